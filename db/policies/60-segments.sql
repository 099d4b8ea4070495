-- A segment is its owner's until it is shared with the fund. Delegates read what is shared, and count whom they see.
do $$
declare t text; old record;
begin
  foreach t in array array['segment', 'segment_snapshot'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    for old in select policyname from pg_policies where schemaname = 'public' and tablename = t loop
      execute format('drop policy %I on %I', old.policyname, t);
    end loop;
    execute format('revoke all on %I from tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national, tandem_search', t);
    execute format('grant select on %I to tandem_sector', t);
    execute format('grant select, insert, update, delete on %I to tandem_fund, tandem_funds, tandem_all', t);
    execute format('create policy every_fund on %I to tandem_all using ((select tandem.actor()) is not null) with check ((select tandem.actor()) is not null)', t);
  end loop;
end $$;

create policy shared_ones on segment for select to tandem_sector
  using (fund_id = (select tandem.fund()) and shared_at is not null);
create policy own_and_shared on segment to tandem_fund, tandem_funds
  using (fund_id = any ((select tandem.funds())::integer[]) and (owner_id = (select tandem.actor()) or shared_at is not null))
  with check (fund_id = any ((select tandem.funds())::integer[]) and (owner_id = (select tandem.actor()) or shared_at is not null));
create policy of_seen_segment on segment_snapshot for select to tandem_sector
  using (segment_id in (select g.id from segment g));
create policy of_seen_segment_too on segment_snapshot to tandem_fund, tandem_funds
  using (segment_id in (select g.id from segment g)) with check (segment_id in (select g.id from segment g));
