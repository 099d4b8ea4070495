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

-- Delegates read what the model of their fund is worth, and nothing of what the fund may expect.
grant select (fund_id, model, judged, computed_at) on forecast_fit to tandem_sector;
create policy model_of_fund on forecast_fit for select to tandem_sector using (fund_id = (select tandem.fund()));

-- The chances are the night's to write; whether weeks weigh by them, a manager's.
do $$
declare t text; old record;
begin
  foreach t in array array['doctor_chance', 'forecast_weight'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    for old in select policyname from pg_policies where schemaname = 'public' and tablename = t loop
      execute format('drop policy %I on %I', old.policyname, t);
    end loop;
    execute format('revoke all on %I from tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national, tandem_search', t);
    execute format('grant select on %I to tandem_sector, tandem_fund, tandem_funds', t);
    execute format('grant select, insert, update, delete on %I to tandem_all', t);
    execute format('create policy one_fund on %I for select to tandem_fund using (fund_id = (select tandem.fund()))', t);
    execute format('create policy several_funds on %I for select to tandem_funds using (fund_id = any ((select tandem.funds())::integer[]))', t);
    execute format('create policy every_fund on %I to tandem_all using ((select tandem.actor()) is not null) with check ((select tandem.actor()) is not null)', t);
  end loop;
end $$;
create policy of_seen_doctor on doctor_chance for select to tandem_sector using (exists (select from doctor d where d.id = doctor_id));
create policy of_fund on forecast_weight for select to tandem_sector using (fund_id = (select tandem.fund()));
grant insert, update on forecast_weight to tandem_fund, tandem_funds;
create policy one_fund_chooses on forecast_weight for insert to tandem_fund with check (fund_id = (select tandem.fund()));
create policy one_fund_changes on forecast_weight for update to tandem_fund using (fund_id = (select tandem.fund())) with check (fund_id = (select tandem.fund()));
create policy several_funds_choose on forecast_weight for insert to tandem_funds with check (fund_id = any ((select tandem.funds())::integer[]));
create policy several_funds_change on forecast_weight for update to tandem_funds using (fund_id = any ((select tandem.funds())::integer[])) with check (fund_id = any ((select tandem.funds())::integer[]));
