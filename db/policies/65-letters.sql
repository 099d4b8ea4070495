-- Letters belong to a fund: officers write them, managers read them. A trial is its author's.
do $$
declare t text; old record;
begin
  foreach t in array array['letter', 'letter_revision', 'letter_trial'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    for old in select policyname from pg_policies where schemaname = 'public' and tablename = t loop
      execute format('drop policy %I on %I', old.policyname, t);
    end loop;
    execute format('revoke all on %I from tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national, tandem_search', t);
    execute format('grant select, insert, update on %I to tandem_fund, tandem_funds, tandem_all', t);
    execute format('create policy every_fund on %I to tandem_all using ((select tandem.actor()) is not null) with check ((select tandem.actor()) is not null)', t);
  end loop;
  foreach t in array array['letter', 'letter_revision'] loop
    execute format('create policy of_fund on %I to tandem_fund, tandem_funds
      using (fund_id = any ((select tandem.funds())::integer[])) with check (fund_id = any ((select tandem.funds())::integer[]))', t);
  end loop;
end $$;

create policy own on letter_trial to tandem_fund, tandem_funds
  using (account_id = (select tandem.actor()) and fund_id = any ((select tandem.funds())::integer[]))
  with check (account_id = (select tandem.actor()) and letter_id in (select l.id from letter l));

-- What was saved is never edited.
revoke update on letter_revision from tandem_fund, tandem_funds, tandem_all;
