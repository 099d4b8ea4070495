-- A removal belongs to whoever holds the week; others of the fund see none.
alter table week_removal enable row level security;
alter table week_removal force row level security;
drop policy if exists own_week on week_removal;
revoke all on week_removal from tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national, tandem_search;
grant select, insert, update, delete on week_removal to tandem_sector, tandem_fund, tandem_funds;
create policy own_week on week_removal to tandem_sector, tandem_fund, tandem_funds
  using (fund_id = (select tandem.fund()) and exists (select from week_plan p where p.id = plan_id and p.delegate_id = (select tandem.actor())))
  with check (fund_id = (select tandem.fund()) and exists (select from week_plan p where p.id = plan_id and p.delegate_id = (select tandem.actor())));
