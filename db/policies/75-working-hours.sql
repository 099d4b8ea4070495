-- How long delegates work, for those who weigh the work against it; where they start from stays theirs alone.
grant select (account_id, fund_id, hours, lunch_from, lunch_to, lunch_minutes, visit_minutes, most_visits, safety_percent)
  on delegate_setting to tandem_search;
drop policy if exists hours_alone on delegate_setting;
create policy hours_alone on delegate_setting for select to tandem_search using (true);

create or replace function tandem.working_hours()
returns table (account_id uuid, hours jsonb, lunch_from smallint, lunch_to smallint, lunch_minutes smallint,
  visit_minutes smallint, most_visits smallint, safety_percent smallint)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.account_id, s.hours, s.lunch_from, s.lunch_to, s.lunch_minutes, s.visit_minutes, s.most_visits, s.safety_percent
  from delegate_setting s where s.fund_id = any ((select tandem.funds())::integer[])
$$;
do $$
begin
  execute 'grant create on schema tandem to tandem_search';
  execute 'alter function tandem.working_hours() owner to tandem_search';
  execute 'revoke create on schema tandem from tandem_search';
end $$;
revoke all on function tandem.working_hours() from public;
grant execute on function tandem.working_hours() to tandem_fund, tandem_funds;
