-- Who counts the funnel: sees standings and moves of all, no name; plays no person.
do $$
begin
  begin
    create role tandem_funnel nologin;
  exception when duplicate_object or unique_violation then null;
  end;
  grant tandem_funnel to current_user;
end $$;
grant usage on schema public, tandem to tandem_funnel;

-- The sums of the funnel are for those who steer it; they are written by the function that counts, and by nobody else.
do $$
declare t text; old record;
begin
  foreach t in array array['funnel_mark', 'funnel_doctor', 'funnel_tally', 'funnel_check', 'campaign_target'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    for old in select policyname from pg_policies where schemaname = 'public' and tablename = t loop
      execute format('drop policy %I on %I', old.policyname, t);
    end loop;
    execute format('revoke all on %I from tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national, tandem_search, tandem_funnel', t);
    execute format('create policy one_fund on %I to tandem_fund using (fund_id = (select tandem.fund())) with check (fund_id = (select tandem.fund()))', t);
    execute format('create policy several_funds on %I to tandem_funds using (fund_id = any ((select tandem.funds())::integer[])) with check (fund_id = any ((select tandem.funds())::integer[]))', t);
    execute format('create policy every_fund on %I to tandem_all using ((select tandem.actor()) is not null) with check ((select tandem.actor()) is not null)', t);
    execute format('grant select on %I to tandem_fund, tandem_funds, tandem_all', t);
  end loop;
  foreach t in array array['funnel_mark', 'funnel_doctor', 'funnel_tally'] loop
    execute format('create policy counting on %I to tandem_funnel using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to tandem_funnel', t);
  end loop;
end $$;
create policy sector_marks on funnel_mark for insert to tandem_sector with check (fund_id = (select tandem.fund()));
grant insert on funnel_mark to tandem_sector, tandem_fund, tandem_funds, tandem_all;
grant insert, update, delete on funnel_check to tandem_all;
grant insert, update, delete on campaign_target to tandem_fund, tandem_funds, tandem_all;
do $$
declare t text;
begin
  foreach t in array array['score', 'doctor_stage', 'funnel_move'] loop
    execute format('drop policy if exists counting on %I', t);
    execute format('create policy counting on %I for select to tandem_funnel using (true)', t);
    execute format('grant select on %I to tandem_funnel', t);
  end loop;
end $$;
grant select on fund to tandem_funnel;
