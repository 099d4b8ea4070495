-- Today's law, on one page. Every table that belongs to a fund is listed once below; the loop writes its policies.
-- Conditions are wrapped in (select …) so that they are read once a query and not once a row.
do $$
declare
  t record;
  fund_is constant text := 'fund_id = (select tandem.fund())';
  fund_among constant text := 'fund_id = any ((select tandem.funds())::integer[])';
  somebody constant text := '(select tandem.actor()) is not null';
  in_sector constant text := 'sector_id = any ((select tandem.sectors())::integer[])';
  of_seen_doctor constant text := 'doctor_id in (select d.id from doctor d)';
  seen_one_by_one constant text := 'exists (select from doctor d where d.id = doctor_id)'; -- few rows of a wide table
  own_or_seen constant text := 'delegate_id = (select tandem.actor()) or exists (select from doctor d where d.id = doctor_id)';
  own_week constant text := 'delegate_id = (select tandem.actor()) and fund_id = (select tandem.fund())';
  of_seen_visit constant text := 'visit_id in (select v.id from visit v)';
  own constant text := 'account_id = (select tandem.actor()) and fund_id = (select tandem.fund())';
  seen_if_any constant text := 'fund_id = (select tandem.fund()) and (doctor_id is null or exists (select from doctor d where d.id = doctor_id))';
  of_seen_import constant text := 'import_id in (select i.id from import i)';
  old record;
begin
  for t in select * from (values
    -- table               sector reads        sector writes     admin    fund and wider
    ('doctor',             in_sector,          null,             false,   fund_is,         fund_among),
    ('score',              in_sector,          in_sector,        false,   fund_is,         fund_among),
    ('doctor_facts',       of_seen_doctor,     of_seen_doctor,   false,   fund_is,         fund_among),
    ('fact',               of_seen_doctor,     of_seen_doctor,   false,   fund_is,         fund_among),
    ('place',              of_seen_doctor,     null,             false,   fund_is,         fund_among),
    ('doctor_email',       of_seen_doctor,     null,             false,   fund_is,         fund_among),
    ('sector',             fund_is,            null,             true,    fund_is,         fund_among),
    ('sector_commune',     fund_is,            null,             true,    fund_is,         fund_among),
    ('delegate_sector',    fund_is,            null,             true,    fund_is,         fund_among),
    ('cover',              fund_is,            null,             true,    fund_is,         fund_among),
    ('sector_change',      null,               null,             false,   fund_is,         fund_among),
    ('sector_change_commune', null,            null,             false,   fund_is,         fund_among),
    ('commune_zone',       fund_is,            null,             false,   fund_is,         fund_among),
    ('weights',            fund_is,            null,             false,   fund_is,         fund_among),
    ('match_doubt',        null,               null,             false,   fund_is,         fund_among),
    ('import',             null,               null,             false,   fund_is,         fund_among),
    ('import_problem',     null,               null,             false,   of_seen_import,  of_seen_import),
    ('stage_rpps',         null,               null,             false,   of_seen_import,  of_seen_import),
    ('stage_doctor',       null,               null,             false,   of_seen_import,  of_seen_import),
    ('stage_place',        null,               null,             false,   of_seen_import,  of_seen_import),
    ('stage_ameli',        null,               null,             false,   of_seen_import,  of_seen_import),
    ('stage_zone',         null,               null,             false,   of_seen_import,  of_seen_import),
    ('stage_patient_count',null,               null,             false,   of_seen_import,  of_seen_import),
    ('stage_email',        null,               null,             false,   of_seen_import,  of_seen_import),
    ('bounce_message',     null,               null,             false,    fund_is,         fund_among),
    ('bounce_judgement',   null,               null,             false,   fund_is,         fund_among),
    ('address_question',   seen_one_by_one,    seen_one_by_one,  false,   fund_is,         fund_among),
    ('campaign_setting',   null,               null,             true,     fund_is,         fund_among),
    ('doctor_stage',       seen_one_by_one,    seen_one_by_one,  false,   fund_is,         fund_among),
    ('funnel_move',        seen_one_by_one,    seen_one_by_one,  false,   fund_is,         fund_among),
    ('opt_out',            seen_one_by_one,    seen_one_by_one,  false,   fund_is,         fund_among),
    ('practice_point',     fund_is,            fund_is,          false,   fund_is,         fund_among),
    ('doctor_hours',       seen_one_by_one,    seen_one_by_one,  false,   fund_is,         fund_among),
    ('closure',            seen_one_by_one,    seen_one_by_one,  false,   fund_is,         fund_among),
    ('absence',            fund_is,            own,              true,    fund_is,         fund_among),
    ('week_plan',          own_week,           own_week,         false,   fund_is,         fund_among),
    ('visit',              own_or_seen,        own_or_seen,      false,   fund_is,         fund_among),
    ('invitation',         of_seen_visit,      of_seen_visit,    false,   fund_is,         fund_among),
    ('report',             own_or_seen,        own_or_seen,      false,   fund_is,         fund_among),
    ('report_note',        seen_one_by_one,    seen_one_by_one,  false,   fund_is,         fund_among),
    ('simulation',         seen_one_by_one,    seen_one_by_one,  false,   fund_is,         fund_among),
    ('simulation_letter',  seen_one_by_one,    seen_one_by_one,  false,   fund_is,         fund_among),
    ('follow_up',          own_or_seen,        own_or_seen,      false,   fund_is,         fund_among),
    ('follow_up_letter',   own_or_seen,        own_or_seen,      false,   fund_is,         fund_among),
    ('journey',            fund_is,            null,             false,   fund_is,         fund_among),
    ('journey_entry',      seen_one_by_one,    null,             false,   fund_is,         fund_among),
    ('journey_turn',       seen_one_by_one,    null,             false,   fund_is,         fund_among),
    ('patient_observation',seen_one_by_one,    seen_one_by_one,  false,   fund_is,         fund_among),
    ('growth_help',        seen_one_by_one,    seen_one_by_one,  false,   fund_is,         fund_among),
    ('premises_request',   seen_one_by_one,    seen_one_by_one,  false,   fund_is,         fund_among),
    ('premises_step',      seen_one_by_one,    seen_one_by_one,  false,   fund_is,         fund_among),
    ('candidate',          fund_is,            fund_is,          false,   fund_is,         fund_among),
    ('candidate_erasure',  fund_is,            fund_is,          false,   fund_is,         fund_among),
    ('candidate_letter',   fund_is,            fund_is,          false,   fund_is,         fund_among),
    ('introduction',       seen_one_by_one,    seen_one_by_one,  false,   fund_is,         fund_among),
    ('recruiting_mail',    seen_if_any,        seen_if_any,      false,   fund_is,         fund_among)
  ) as law(name, sector_reads, sector_writes, admin, one_fund, several_funds) loop
    execute format('alter table %I enable row level security', t.name);
    execute format('alter table %I force row level security', t.name);
    for old in select policyname from pg_policies where schemaname = 'public' and tablename = t.name loop
      execute format('drop policy %I on %I', old.policyname, t.name);
    end loop;

    execute format('revoke all on %I from tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin, tandem_national, tandem_search', t.name);
    execute format('grant select, insert, update, delete on %I to tandem_fund, tandem_funds, tandem_all', t.name);
    execute format('create policy one_fund on %I to tandem_fund using (%s) with check (%2$s)', t.name, t.one_fund);
    execute format('create policy several_funds on %I to tandem_funds using (%s) with check (%2$s)', t.name, t.several_funds);
    execute format('create policy every_fund on %I to tandem_all using (%s) with check (%2$s)', t.name, somebody);
    if t.sector_reads is not null then
      execute format('grant select on %I to tandem_sector', t.name);
      execute format('create policy sector_reads on %I for select to tandem_sector using (%s)', t.name, t.sector_reads);
    end if;
    if t.sector_writes is not null then
      execute format('grant insert, update, delete on %I to tandem_sector', t.name);
      execute format('create policy sector_inserts on %I for insert to tandem_sector with check (%s)', t.name, t.sector_writes);
      execute format('create policy sector_updates on %I for update to tandem_sector using (%s) with check (%2$s)', t.name, t.sector_writes);
      execute format('create policy sector_deletes on %I for delete to tandem_sector using (%s)', t.name, t.sector_writes);
    end if;
    if t.admin then
      execute format('grant select, insert, update, delete on %I to tandem_admin', t.name);
      execute format('create policy administrators on %I to tandem_admin using (%s) with check (%2$s)', t.name, fund_is);
    end if;
  end loop;
end $$;

-- Public reference: everybody reads, only migrations write.
grant insert, update, delete on catchment to tandem_fund, tandem_funds, tandem_all; -- a public list that whoever imports a zoning brings
grant select on fund, commune, catchment to tandem_door, tandem_sector, tandem_fund, tandem_funds, tandem_all, tandem_admin,
  tandem_national, tandem_search;
