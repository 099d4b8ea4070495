-- A contract is seen by whoever sees its doctor, or one of the doctors who join it, and by who opened it.
do $$
declare
  t record; old record;
  fund_is constant text := 'fund_id = (select tandem.fund())';
  fund_among constant text := 'fund_id = any ((select tandem.funds())::integer[])';
  seen constant text := 'fund_id = (select tandem.fund()) and (opened_by = (select tandem.actor())
    or exists (select from doctor d where d.id = contract.doctor_id)
    or exists (select from contract_member m join doctor d on d.id = m.doctor_id where m.contract_id = contract.id))';
  of_own_doctor constant text := 'fund_id = (select tandem.fund()) and exists (select from doctor d where d.id = doctor_id)';
  of_seen constant text := 'exists (select from contract c where c.id = contract_id)';
begin
  for t in select * from (values
    ('contract',          seen,    seen),
    -- Whom a collective contract holds is known to the whole fund (by number, not by name), so that no doctor is taken twice.
    ('contract_member',   fund_is, of_own_doctor),
    ('contract_document', of_seen, of_seen),
    ('contract_event',    of_seen, of_seen),
    ('milestone',         of_seen, of_seen),
    ('assistant',         of_seen, of_seen),
    ('milestone_digest',  null,    null)
  ) as law(name, reads, writes) loop
    execute format('alter table %I enable row level security', t.name);
    execute format('alter table %I force row level security', t.name);
    for old in select policyname from pg_policies where schemaname = 'public' and tablename = t.name loop
      execute format('drop policy %I on %I', old.policyname, t.name);
    end loop;
    execute format('revoke all on %I from tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national, tandem_search', t.name);
    execute format('grant select, insert, update, delete on %I to tandem_fund, tandem_funds, tandem_all', t.name);
    execute format('create policy one_fund on %I to tandem_fund using (%s) with check (%2$s)', t.name, fund_is);
    execute format('create policy several_funds on %I to tandem_funds using (%s) with check (%2$s)', t.name, fund_among);
    execute format('create policy every_fund on %I to tandem_all using ((select tandem.actor()) is not null) with check ((select tandem.actor()) is not null)', t.name);
    if t.reads is not null then
      execute format('grant select, insert, update, delete on %I to tandem_sector', t.name);
      execute format('create policy sector_reads on %I for select to tandem_sector using (%s)', t.name, t.reads);
      execute format('create policy sector_inserts on %I for insert to tandem_sector with check (%s)', t.name, t.writes);
      execute format('create policy sector_updates on %I for update to tandem_sector using (%s) with check (%2$s)', t.name, t.writes);
      execute format('create policy sector_deletes on %I for delete to tandem_sector using (%s)', t.name, t.writes);
    end if;
  end loop;
end $$;
