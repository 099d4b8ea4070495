-- A visit, a report or a promise may only be made about a doctor one sees; what was made stays one's own afterwards.
do $$
declare t text;
begin
  foreach t in array array['visit', 'report', 'follow_up', 'follow_up_letter'] loop
    execute format('drop policy sector_inserts on %I', t);
    execute format('create policy sector_inserts on %I for insert to tandem_sector
      with check (fund_id = (select tandem.fund()) and exists (select from doctor d where d.id = doctor_id))', t);
  end loop;
  -- The base of a delegate may be a home, and the address of a calendar is a secret: nobody else reads them.
  foreach t in array array['delegate_setting', 'calendar_feed'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('drop policy if exists own on %I', t);
    execute format('revoke all on %I from tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national, tandem_search', t);
    execute format('grant select, insert, update, delete on %I to tandem_sector, tandem_fund, tandem_funds', t);
    execute format('create policy own on %I to tandem_sector, tandem_fund, tandem_funds
      using (account_id = (select tandem.actor())) with check (account_id = (select tandem.actor()))', t);
  end loop;
end $$;

-- A calendar program brings the secret and nothing else.
grant select, update on calendar_feed to tandem_door;
drop policy if exists door on calendar_feed;
create policy door on calendar_feed to tandem_door using (true) with check (true);

-- Road times name no one.
grant select, insert, update on road_pair to tandem_sector, tandem_fund, tandem_funds, tandem_all;

-- A delegate arranges who stands in for them, and for nobody else; the colleague is a delegate of the same fund.
grant insert, delete on cover to tandem_sector;
drop policy if exists own_absence_inserts on cover;
create policy own_absence_inserts on cover for insert to tandem_sector
  with check (absent_id = (select tandem.actor()) and fund_id = (select tandem.fund()) and by_id <> absent_id
    and exists (select from account a where a.id = by_id and a.role = 'delegate' and a.disabled_at is null
      and a.fund_id = (select tandem.fund())));
drop policy if exists own_absence_deletes on cover;
create policy own_absence_deletes on cover for delete to tandem_sector
  using (absent_id = (select tandem.actor()) and fund_id = (select tandem.fund()));

-- A delegate says where a practice is only when a doctor they see works there, mainly or at times.
do $$
declare
  seen_there constant text := 'fund_id = (select tandem.fund()) and (
    exists (select from doctor d where d.fund_id = practice_point.fund_id and d.practice_key = practice_point.practice_key)
    or exists (select from place p where p.fund_id = practice_point.fund_id and p.practice_key = practice_point.practice_key))';
begin
  drop policy sector_inserts on practice_point;
  drop policy sector_updates on practice_point;
  drop policy sector_deletes on practice_point;
  execute format('create policy sector_inserts on practice_point for insert to tandem_sector with check (%s)', seen_there);
  execute format('create policy sector_updates on practice_point for update to tandem_sector using (%s) with check (%1$s)', seen_there);
  execute format('create policy sector_deletes on practice_point for delete to tandem_sector using (%s)', seen_there);
end $$;
