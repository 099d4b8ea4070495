-- Figures of départements hold no small group: who reads aggregates reads them all. Only the clock writes them.
alter table department_figure enable row level security;
alter table department_figure force row level security;
drop policy if exists aggregates on department_figure;
drop policy if exists every_fund on department_figure;
revoke all on department_figure from tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national, tandem_search;
create policy aggregates on department_figure for select to tandem_national using ((select tandem.actor()) is not null);
create policy every_fund on department_figure to tandem_all using ((select tandem.actor()) is not null) with check ((select tandem.actor()) is not null);
grant select on department_figure to tandem_national;
grant select, insert, update, delete on department_figure to tandem_all;

-- One asks for oneself; the letters themselves are known to the clock alone.
do $$
declare t text; old record;
begin
  foreach t in array array['report_wish', 'weekly_report'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    for old in select policyname from pg_policies where schemaname = 'public' and tablename = t loop
      execute format('drop policy %I on %I', old.policyname, t);
    end loop;
    execute format('revoke all on %I from tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national, tandem_search', t);
    execute format('create policy every_fund on %I to tandem_all using ((select tandem.actor()) is not null) with check ((select tandem.actor()) is not null)', t);
    execute format('grant select, insert, update, delete on %I to tandem_all', t);
  end loop;
end $$;
create policy own on report_wish to tandem_fund, tandem_funds
  using (account_id = (select tandem.actor())) with check (account_id = (select tandem.actor()));
grant select, insert, delete on report_wish to tandem_fund, tandem_funds;
