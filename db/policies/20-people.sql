-- Accounts, sessions, the journal, the outbox: not tenant data of doctors, and stricter.
do $$
declare t text; old record;
begin
  foreach t in array array['account', 'session', 'sign_in_attempt', 'password_link', 'audit_event', 'outbox', 'captured_mail'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    for old in select policyname from pg_policies where schemaname = 'public' and tablename = t loop
      execute format('drop policy %I on %I', old.policyname, t);
    end loop;
    execute format('revoke all on %I from tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national, tandem_search', t);
  end loop;
end $$;

-- The door knows people before they are anybody, and carries notes to the queue.
grant select, insert, update, delete on session, sign_in_attempt, password_link, outbox to tandem_door;
grant select, update on account to tandem_door;
grant select on delegate_sector, cover to tandem_door;
grant insert on audit_event to tandem_door;
grant select, insert on captured_mail to tandem_door;
create policy door on account to tandem_door using (true) with check (true);
create policy door on session to tandem_door using (true) with check (true);
create policy door on sign_in_attempt to tandem_door using (true) with check (true);
create policy door on password_link to tandem_door using (true) with check (true);
create policy door on outbox to tandem_door using (true) with check (true);
create policy door on captured_mail to tandem_door using (true) with check (true);
create policy door on audit_event for insert to tandem_door with check (true);
create policy door on delegate_sector for select to tandem_door using (true);
create policy door on cover for select to tandem_door using (true);

-- Colleagues of a fund know each other's names; administrators keep the accounts of their fund, a super-administrator all.
grant select (id, fund_id, role, name, email, disabled_at) on account to tandem_sector, tandem_fund, tandem_funds;
create policy colleagues on account for select to tandem_sector, tandem_fund, tandem_funds
  using (fund_id = any ((select tandem.funds())::integer[]));
grant select (id, fund_id, role, name, email, disabled_at) on account to tandem_national;
create policy oneself on account for select to tandem_national using (id = (select tandem.actor()));
grant select, insert, update on account to tandem_admin, tandem_all;
create policy administrators on account to tandem_admin
  using (fund_id = (select tandem.fund())) with check (fund_id = (select tandem.fund()) and role not in ('super_administrator', 'system'));
create policy every_fund on account to tandem_all using ((select tandem.actor()) is not null) with check ((select tandem.actor()) is not null);

-- One's own sessions, for everybody; administrators end those of the people they manage.
grant select, delete on session to tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national;
create policy own on session to tandem_sector, tandem_fund, tandem_funds, tandem_national using (account_id = (select tandem.actor()));
create policy managed on session to tandem_admin, tandem_all
  using (account_id = (select tandem.actor()) or account_id in (select a.id from account a));
grant insert on password_link to tandem_admin, tandem_all;
create policy administrators on password_link for insert to tandem_admin, tandem_all
  with check (account_id in (select a.id from account a));

-- Tandem itself clears dead links and tries (the tidy job).
grant select, delete on password_link, sign_in_attempt to tandem_all;
create policy dead on password_link for delete to tandem_all using ((select tandem.actor()) is not null);
create policy dead_to_read on password_link for select to tandem_all using ((select tandem.actor()) is not null);
create policy dead on sign_in_attempt to tandem_all using ((select tandem.actor()) is not null);

-- The journal: everybody writes in their own name, nobody changes it.
grant insert on audit_event to tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national;
create policy in_own_name on audit_event for insert to tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national
  with check (account_id = (select tandem.actor()));
grant select on audit_event to tandem_fund, tandem_funds, tandem_admin, tandem_all;
create policy of_fund on audit_event for select to tandem_fund, tandem_funds, tandem_admin
  using (fund_id = any ((select tandem.funds())::integer[]));
create policy every_fund on audit_event for select to tandem_all using ((select tandem.actor()) is not null);

-- Notes are left by anybody, in their own name.
grant insert on outbox to tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national;
create policy in_own_name on outbox for insert to tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national
  with check (actor_id = (select tandem.actor()));

-- Captured letters: administrators read those sent to the people of their fund, never one to a doctor or another fund.
grant select on captured_mail to tandem_admin, tandem_all;
grant delete on captured_mail to tandem_all;
create policy to_own_people on captured_mail for select to tandem_admin
  using (recipients && (select array_agg(a.email) from account a));
create policy every_letter on captured_mail to tandem_all using ((select tandem.actor()) is not null);
