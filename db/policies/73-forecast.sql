-- What a fund may expect is for those who steer it; a nation's reader sees what was said, when it names no small group.
do $$
declare t text; old record;
begin
  foreach t in array array['forecast_fit', 'forecast_made'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    for old in select policyname from pg_policies where schemaname = 'public' and tablename = t loop
      execute format('drop policy %I on %I', old.policyname, t);
    end loop;
    execute format('revoke all on %I from tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national, tandem_search', t);
    execute format('grant select on %I to tandem_fund, tandem_funds', t);
    execute format('grant select, insert, update, delete on %I to tandem_all', t);
    execute format('create policy one_fund on %I for select to tandem_fund using (fund_id = (select tandem.fund()))', t);
    execute format('create policy several_funds on %I for select to tandem_funds using (fund_id = any ((select tandem.funds())::integer[]))', t);
    execute format('create policy every_fund on %I to tandem_all using ((select tandem.actor()) is not null) with check ((select tandem.actor()) is not null)', t);
  end loop;
end $$;
grant select on forecast_made to tandem_national;
create policy large_enough on forecast_made for select to tandem_national using (signed >= 11);
