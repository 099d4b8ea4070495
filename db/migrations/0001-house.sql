create extension if not exists pg_trgm;
create extension if not exists btree_gist;
create extension if not exists unaccent;

-- Reference data, public and the same for every fund.
create table fund (
  id integer primary key,
  code text not null unique,
  name text not null,
  department text not null,
  zone text not null default 'Europe/Paris'
);

create table commune (
  code text primary key,
  kind text not null,
  parent_code text,
  name text not null,
  folded text not null,
  department text not null,
  postcodes text[] not null,
  population integer,
  latitude real,
  longitude real,
  precision text not null,
  fund_id integer references fund
);
create index commune_folded on commune (folded, department);
create index commune_postcodes on commune using gin (postcodes);
create index commune_fund on commune (fund_id);

-- People who sign in.
create table account (
  id uuid primary key default gen_random_uuid(),
  fund_id integer references fund,
  role text not null check (role in ('delegate', 'manager', 'campaign_officer', 'national_reader', 'administrator', 'super_administrator', 'system')),
  name text not null,
  email text not null,
  password_hash text,
  more_funds integer[] not null default '{}',
  demo boolean not null default false,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  password_changed_at timestamptz,
  check ((fund_id is null) = (role in ('national_reader', 'super_administrator', 'system')))
);
create unique index account_email on account (lower(email));
create index account_fund on account (fund_id);

create table session (
  token_hash bytea primary key,
  id uuid not null unique default gen_random_uuid(),
  account_id uuid not null references account on delete cascade,
  created_at timestamptz not null default now(),
  seen_at timestamptz not null default now(),
  device text not null,
  address text not null
);
create index session_account on session (account_id);

create table sign_in_attempt (
  key text primary key,
  failures integer not null,
  since timestamptz not null
);

create table password_link (
  token_hash bytea primary key,
  account_id uuid not null references account on delete cascade,
  purpose text not null check (purpose in ('invitation', 'reset')),
  expires_at timestamptz not null,
  used_at timestamptz
);

create table audit_event (
  id bigint generated always as identity primary key,
  fund_id integer,
  account_id uuid,
  name text not null,
  facts jsonb not null,
  at timestamptz not null default now()
);
create index audit_event_fund on audit_event (fund_id, id desc);
-- Opening a doctor's page leaves one line an hour, however often the page is read again.
create unique index audit_event_opened on audit_event
  (account_id, (facts ->> 'doctorId'), (floor(extract(epoch from at at time zone 'UTC') / 3600)))
  where name = 'doctor.opened';

-- Sectors: a sector is a set of communes of one fund.
create table sector (
  id integer generated always as identity primary key,
  fund_id integer not null references fund,
  name text not null,
  unique (fund_id, name)
);
create table sector_commune (
  fund_id integer not null references fund,
  commune_code text not null references commune,
  sector_id integer not null references sector on delete cascade,
  primary key (fund_id, commune_code)
);
create index sector_commune_sector on sector_commune (sector_id);
create table delegate_sector (
  account_id uuid not null references account on delete cascade,
  sector_id integer not null references sector on delete cascade,
  fund_id integer not null references fund,
  primary key (account_id, sector_id)
);
create table cover (
  id bigint generated always as identity primary key,
  fund_id integer not null references fund,
  absent_id uuid not null references account on delete cascade,
  by_id uuid not null references account on delete cascade,
  from_on date not null,
  to_on date not null check (to_on >= from_on)
);

-- Doctors. One row per fund and RPPS number: each fund keeps its own record of who practises on its ground.
create table doctor (
  id bigint generated always as identity primary key,
  fund_id integer not null references fund,
  rpps text not null,
  last_name text not null,
  first_name text not null,
  civility text,
  title text,
  specialty text not null,
  specialty_label text not null,
  is_gp boolean not null,
  sector_id integer references sector on delete set null,
  commune_code text,
  town text,
  postcode text,
  practice_key text,
  phone text,
  search text not null,
  sort_name text not null,
  identity_hash bytea not null,
  source text not null,
  source_on date not null,
  first_seen_on date not null,
  gone_on date,
  import_id uuid,
  updated_at timestamptz not null default now(),
  unique (fund_id, rpps)
);
create index doctor_search on doctor using gin (search gin_trgm_ops);
create index doctor_sector on doctor (sector_id);
create index doctor_practice on doctor (fund_id, practice_key);
create index doctor_name on doctor (fund_id, sort_name collate "C");
create index doctor_commune on doctor (commune_code);

-- Where a doctor practises: one row per activity at an address.
create table place (
  id bigint generated always as identity primary key,
  fund_id integer not null references fund,
  doctor_id bigint not null references doctor on delete cascade,
  place_key text not null,
  practice_key text,
  structure_name text,
  address text,
  address_extra text,
  postcode text,
  commune_code text,
  town text,
  phone text,
  phone2 text,
  mode text,
  activity_sector text,
  activity_sector_label text,
  siret text,
  finess text,
  content_hash bytea not null,
  source text not null,
  source_on date not null,
  unique (doctor_id, place_key)
);
create index place_practice on place (fund_id, practice_key);

-- Every fact ever told about a doctor, with who says so and when it was true.
create table fact (
  id bigint generated always as identity primary key,
  fund_id integer not null references fund,
  doctor_id bigint not null references doctor on delete cascade,
  name text not null,
  value jsonb not null,
  measured_on date not null,
  source text not null,
  import_id uuid,
  account_id uuid,
  recorded_at timestamptz not null default now()
);
create unique index fact_once on fact (doctor_id, name, measured_on, source);

-- The facts in force today, one narrow row a doctor, for the rules.
create table doctor_facts (
  doctor_id bigint primary key references doctor on delete cascade,
  fund_id integer not null references fund,
  fee_sector text check (fee_sector in ('1', '2', '3')),
  optam boolean,
  optam_variant text,
  mt_adult integer check (mt_adult >= 0),
  mt_total integer check (mt_total >= 0),
  active_count integer check (active_count >= 0),
  group_practice boolean,
  coordinated text check (coordinated in ('YES', 'NO', 'COMMITTED_2Y')),
  newly_settled boolean,
  special_practice boolean,
  mixed_practice boolean,
  replacement boolean,
  adapted_contract boolean,
  clinical_share_pm integer check (clinical_share_pm between 0 and 1000),
  colleagues_signed integer not null default 0,
  signed_on date,
  contacted_on date,
  sources jsonb not null default '{}'
) with (fillfactor = 85);

create table doctor_email (
  id bigint generated always as identity primary key,
  fund_id integer not null references fund,
  doctor_id bigint not null references doctor on delete cascade,
  address text not null,
  display text not null,
  kind text not null check (kind in ('plain', 'mssante', 'order')),
  source text not null,
  noted_on date not null,
  import_id uuid,
  unique (doctor_id, address)
);

-- A commune has a zone from a day to a day; a hole is "not known", never "no zone".
create table commune_zone (
  id bigint generated always as identity primary key,
  fund_id integer not null references fund,
  commune_code text not null,
  zone text not null check (zone in ('ZIP', 'ZAC', 'ZV', 'HZ')),
  from_on date not null,
  to_on date,
  source text not null,
  import_id uuid,
  exclude using gist (fund_id with =, commune_code with =, daterange(from_on, to_on) with &&)
);
create index commune_zone_current on commune_zone (fund_id, commune_code) where to_on is null;

create table weights (
  fund_id integer primary key references fund,
  points jsonb not null,
  changed_by uuid,
  changed_at timestamptz not null default now()
);

-- What the rules say of each doctor, and all the list needs to sort and filter: narrow, because it changes often.
create table score (
  doctor_id bigint primary key, -- no foreign key: its check would cost a third of the first scoring, and doctors are never deleted
  fund_id integer not null,
  sector_id integer,
  is_gp boolean not null,
  specialty text not null,
  zone text,
  verdict text not null check (verdict in ('yes', 'no', 'unknown')),
  priority integer not null,
  zone_points smallint not null,
  threshold_points smallint not null,
  band_points smallint not null,
  colleague_points smallint not null,
  freshness_points smallint not null,
  unknown_points smallint not null,
  failing integer not null,
  unresolved integer not null,
  version text not null,
  computed_at timestamptz not null default now()
) with (fillfactor = 80);
create index score_fund on score (fund_id, priority desc, doctor_id desc);
create index score_sector on score (sector_id, priority desc, doctor_id desc);
create index score_zone on score (fund_id, zone, is_gp, priority desc, doctor_id desc);
create index score_all on score (priority desc, doctor_id desc);

-- Imports: the file, how far it was read, what it would change, what it changed.
create table import (
  id uuid primary key default gen_random_uuid(),
  fund_id integer references fund,
  kind text not null check (kind in ('rpps', 'ameli', 'zonage', 'patientele', 'emails')),
  file_name text not null,
  file_key text not null,
  byte_size bigint not null,
  sha256 text,
  status text not null check (status in ('uploaded', 'reading', 'waiting', 'applying', 'done', 'cancelled', 'failed')),
  confirmed boolean not null default false,
  layout jsonb,
  cursor_bytes bigint not null default 0,
  cursor_lines bigint not null default 0,
  accepted bigint not null default 0,
  rejected bigint not null default 0,
  ignored bigint not null default 0,
  warned bigint not null default 0,
  difference jsonb,
  failure text,
  source text not null,
  source_on date not null,
  asked_by uuid not null references account,
  asked_at timestamptz not null default now(),
  started_at timestamptz,
  read_at timestamptz,
  applied_at timestamptz,
  finished_at timestamptz
);
create index import_fund on import (fund_id, asked_at desc);

create table import_problem (
  id bigint generated always as identity primary key,
  import_id uuid not null references import on delete cascade,
  fund_id integer,
  line bigint not null,
  severity text not null check (severity in ('rejected', 'warning')),
  reason text not null,
  raw text not null
);
create index import_problem_import on import_problem (import_id, id);

create table stage_rpps (
  import_id uuid not null references import on delete cascade,
  line bigint not null,
  rpps text not null,
  last_name text, first_name text, civility text, title text, category text,
  skill_type text, skill_code text, skill_label text,
  mode text, activity_sector text, activity_sector_label text, role text, genre text,
  siret text, finess text, structure_id text, structure_name text,
  address text, address_extra text, postcode text, commune_code text, town text,
  phone text, phone2 text, email text, practice_key text,
  family text, name_words text, sort_name text, is_practice boolean not null
);
create index stage_rpps_import on stage_rpps (import_id);

-- What an RPPS file comes to: each doctor once a fund, compared with what is known.
create table stage_doctor (
  import_id uuid not null references import on delete cascade,
  fund_id integer not null,
  rpps text not null,
  doctor_id bigint,
  difference text not null check (difference in ('new', 'changed', 'back', 'same')),
  last_name text not null, first_name text not null, civility text, title text,
  specialty text not null, specialty_label text not null, is_gp boolean not null,
  commune_code text, town text, postcode text, practice_key text, phone text,
  search text not null, sort_name text not null,
  group_practice boolean, coordinated text, mixed_practice boolean,
  identity_hash bytea not null
);
create index stage_doctor_import on stage_doctor (import_id, fund_id);
create table stage_place (
  import_id uuid not null references import on delete cascade,
  fund_id integer not null,
  rpps text not null,
  place_key text not null,
  practice_key text, structure_name text, address text, address_extra text, postcode text, commune_code text, town text,
  phone text, phone2 text, mode text, activity_sector text, activity_sector_label text, siret text, finess text,
  content_hash bytea not null
);
create index stage_place_import on stage_place (import_id, fund_id);

create table stage_ameli (
  import_id uuid not null references import on delete cascade,
  fund_id integer,
  line bigint not null,
  ameli_key text not null,
  last_name text, first_name text, civility text, folded_name text, folded_town text,
  specialty_code text, specialty_label text, family text,
  address text, address_extra text, postcode text, town text, phone text,
  fee_sector text, permanent_overrun boolean, fee_scheme text, exercise_nature text,
  doctor_id bigint,
  answer text check (answer in ('sure', 'doubt', 'none', 'decided')),
  candidates jsonb
);
create index stage_ameli_import on stage_ameli (import_id);

create table stage_zone (
  import_id uuid not null references import on delete cascade,
  line bigint not null,
  commune_code text not null,
  zone text not null,
  raw_zone text not null,
  decided_on date
);
create index stage_zone_import on stage_zone (import_id);

create table stage_patient_count (
  import_id uuid not null references import on delete cascade,
  line bigint not null,
  rpps text not null,
  measure text not null,
  value integer not null,
  measured_on date not null,
  source text not null
);
create index stage_patient_count_import on stage_patient_count (import_id);

create table stage_email (
  import_id uuid not null references import on delete cascade,
  line bigint not null,
  rpps text not null,
  address text not null,
  display text not null,
  kind text not null,
  source text not null,
  noted_on date
);
create index stage_email_import on stage_email (import_id);

-- An Ameli line that resembles several doctors waits for a person; the answer is remembered.
create table match_doubt (
  id bigint generated always as identity primary key,
  fund_id integer not null references fund,
  ameli_key text not null,
  line jsonb not null,
  candidates jsonb not null,
  import_id uuid,
  noted_at timestamptz not null default now(),
  decided_at timestamptz,
  decided_by uuid,
  doctor_id bigint references doctor on delete set null,
  unique (fund_id, ameli_key)
);

-- Notes left for the queue in the caller's transaction.
create table outbox (
  id bigint generated always as identity primary key,
  job text not null,
  payload jsonb not null,
  actor_id uuid not null,
  not_before timestamptz,
  noted_at timestamptz not null default now()
);

create table captured_mail (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  sender text not null,
  recipients text[] not null,
  subject text not null,
  raw bytea not null
);

insert into account (id, role, name, email) values ('00000000-0000-4000-8000-000000000001', 'system', 'Tandem', 'systeme@tandem.invalid');

-- Which communes make a territoire de vie-santé: some zonings class territories and not communes.
create table catchment (
  tvs_code text not null,
  commune_code text not null,
  commune_name text not null,
  primary key (tvs_code, commune_code)
);
