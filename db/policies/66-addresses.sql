-- A delegate writes down the address that a doctor of theirs gave, and nothing else about addresses.
grant insert on doctor_email to tandem_sector;
grant update (display, source, noted_on) on doctor_email to tandem_sector;
drop policy if exists sector_gives on doctor_email;
create policy sector_gives on doctor_email for insert to tandem_sector
  with check (kind = 'plain' and import_id is null and exists (select from doctor d where d.id = doctor_id and d.fund_id = doctor_email.fund_id));
drop policy if exists sector_confirms on doctor_email;
create policy sector_confirms on doctor_email for update to tandem_sector
  using (kind = 'plain' and exists (select from doctor d where d.id = doctor_id)) with check (kind = 'plain');

-- Fingerprints only: whether an address one sees is no longer written to.
grant select on address_suppression to tandem_sector;
