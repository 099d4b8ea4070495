-- A campaign of every fund belongs to none: only who sees every fund sees it.
do $$
declare t text; old record;
begin
  foreach t in array array['campaign', 'recipient'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    for old in select policyname from pg_policies where schemaname = 'public' and tablename = t loop
      execute format('drop policy %I on %I', old.policyname, t);
    end loop;
    execute format('revoke all on %I from tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national, tandem_search', t);
    execute format('grant select, insert, update, delete on %I to tandem_fund, tandem_funds, tandem_all', t);
    execute format('create policy one_fund on %I to tandem_fund using (fund_id = (select tandem.fund())) with check (fund_id = (select tandem.fund()))', t);
    execute format('create policy several_funds on %I to tandem_funds using (fund_id = any ((select tandem.funds())::integer[])) with check (fund_id = any ((select tandem.funds())::integer[]))', t);
    execute format('create policy every_fund on %I to tandem_all using ((select tandem.actor()) is not null) with check ((select tandem.actor()) is not null)', t);
  end loop;
  -- The machinery of sending holds no name and no address, and belongs to no fund.
  foreach t in array array['installation', 'sending_slot', 'sending_gate', 'address_suppression'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('drop policy if exists machinery on %I', t);
    execute format('revoke all on %I from tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national, tandem_search', t);
    execute format('create policy machinery on %I to tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin using (true) with check (true)', t);
  end loop;
end $$;

grant select on installation to tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin;
grant update on installation to tandem_all, tandem_admin;
grant select, insert, update, delete on sending_slot, sending_gate to tandem_fund, tandem_funds, tandem_all;
grant select, insert on address_suppression to tandem_door, tandem_fund, tandem_funds, tandem_all;
grant delete on address_suppression to tandem_fund, tandem_funds, tandem_all;

-- A delegate sees what was sent to a doctor they see, never the rest of a campaign.
grant select on recipient to tandem_sector;
create policy sector_reads on recipient for select to tandem_sector using (exists (select from doctor d where d.id = doctor_id));
