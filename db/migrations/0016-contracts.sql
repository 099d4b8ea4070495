-- Five years of help to hire: the contract, who joins it, its papers, its life, its dates and its assistants.
-- Counts only, never a patient. Money in cents, days without an hour.
create table contract (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  kind text not null check (kind in ('individual', 'collective')),
  doctor_id bigint references doctor on delete cascade, -- of an individual contract
  company text, -- of a collective one, with its legal form
  company_form text check (company_form in ('SCP', 'SCM', 'SISA')),
  employer text not null check (employer in ('doctor', 'shared', 'group', 'sisa', 'company')),
  employer_name text,
  option text check (option in ('1/3', '0.5', '1', '1.5', '2')), -- of an individual contract
  etp real check (etp > 0), -- of a collective one
  state text not null check (state in ('opened', 'signed', 'running', 'suspended', 'ended', 'terminated', 'renewed', 'abandoned')),
  version text check (version in ('AV7', 'RA2023', 'CONV2024', 'COLL2026')), -- the text in force at the signature
  schedule text, -- the table of amounts of the first year
  opened_on date not null,
  signed_on date,
  hired_on date, -- of the first assistant
  starts_on date,
  ends_on date, -- the first day after the contract; a termination brings it forward
  -- As they were at the signature.
  band text check (band in ('BELOW_P30', 'P30_P50', 'P50_P70', 'P70_P90', 'P30_P90', 'P90_P95', 'GTE_P95')),
  mt_patients integer check (mt_patients >= 0),
  active_file integer check (active_file >= 0),
  newly_installed boolean,
  age_at_signature smallint,
  objective jsonb,
  renews uuid references contract,
  revision integer not null default 1,
  opened_by uuid references account,
  opened_at timestamptz not null default now(),
  check ((kind = 'individual') = (doctor_id is not null)),
  check ((kind = 'collective') = (company is not null and company_form is not null and etp is not null)),
  check ((kind = 'individual') = (option is not null)),
  check ((signed_on is null) = (starts_on is null) and (signed_on is null) = (ends_on is null)),
  check (ends_on >= starts_on),
  check (state in ('opened', 'abandoned') or (signed_on is not null and version is not null)),
  constraint contract_one_individual exclude using gist
    (doctor_id with =, daterange(starts_on, ends_on) with &&) where (kind = 'individual' and starts_on is not null)
);
create unique index contract_one_file on contract (doctor_id) where kind = 'individual' and state = 'opened';
create index contract_doctor on contract (doctor_id);
create index contract_fund on contract (fund_id, opened_on desc, id);
create index contract_renews on contract (renews) where renews is not null;

-- A doctor who joins a collective contract, and leaves it at an anniversary.
create table contract_member (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  contract_id uuid not null references contract on delete cascade,
  doctor_id bigint not null references doctor on delete cascade,
  entered_on date not null,
  left_on date check (left_on >= entered_on),
  constraint member_of_one exclude using gist (doctor_id with =, daterange(entered_on, left_on) with &&)
);
create index contract_member_contract on contract_member (contract_id);

create table contract_document (
  fund_id integer not null references fund,
  contract_id uuid not null references contract on delete cascade,
  kind text not null,
  asked_on date not null,
  received_on date,
  waived_on date,
  account_id uuid,
  primary key (contract_id, kind),
  check (received_on is null or waived_on is null)
);

-- What happened to a contract: each step, by whom, from which state.
create table contract_event (
  id bigint generated always as identity primary key,
  fund_id integer not null references fund,
  contract_id uuid not null references contract on delete cascade,
  step text not null,
  from_state text,
  to_state text not null,
  on_day date not null,
  payload jsonb not null default '{}',
  account_id uuid,
  at timestamptz not null
);
create index contract_event_contract on contract_event (contract_id, id);

-- A date of a contract. Null days are those the texts do not give: to be asked of the caisse.
create table milestone (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  contract_id uuid not null references contract on delete cascade,
  key text not null, -- what it is within its contract, so that computing again finds it
  kind text not null,
  contract_year smallint,
  computed_on date,
  postponed_on date,
  postponed_for text,
  due_on date generated always as (coalesce(postponed_on, computed_on)) stored,
  min_cents integer,
  max_cents integer,
  state text not null default 'coming' check (state in ('coming', 'due', 'done', 'cancelled')),
  raised_at timestamptz,
  done_on date,
  done_by uuid,
  unique (contract_id, key)
);
create index milestone_open on milestone (fund_id, due_on, id) where state in ('coming', 'due');

create table assistant (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  contract_id uuid not null references contract on delete cascade,
  name text not null,
  profile text not null check (profile in ('IDE', 'AS', 'AP', 'SECRETARY', 'OTHER')),
  weekly_minutes integer not null check (weekly_minutes between 60 and 2880),
  hired_on date not null,
  left_on date check (left_on >= hired_on),
  replaces uuid unique references assistant on delete cascade,
  training text check (training in ('CQP', 'FAE')),
  training_started_on date,
  certified_on date,
  was_secretary boolean not null default false, -- of this practice: the post must be filled again
  secretary_replaced_on date,
  secretary_solution text check (secretary_solution in ('hire', 'telephone', 'other')),
  noted_at timestamptz not null default now()
);
create index assistant_contract on assistant (contract_id, hired_on);

-- The letter of Mondays: one a person and a week, whatever happens.
create table milestone_digest (
  fund_id integer not null references fund,
  account_id uuid not null references account on delete cascade,
  week_on date not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'refused', 'uncertain')),
  milestones integer not null,
  noted_at timestamptz not null default now(),
  primary key (account_id, week_on)
);
