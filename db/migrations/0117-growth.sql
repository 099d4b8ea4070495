-- Counts told by the doctor or read at a talk, beside those that files bring (table fact). Counts only, never a patient.
create table patient_observation (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  contract_id uuid not null references contract on delete cascade,
  doctor_id bigint not null references doctor on delete cascade,
  on_day date not null,
  mt_patients integer check (mt_patients between 0 and 9999),
  active_file integer check (active_file between 0 and 29999),
  account_id uuid not null references account,
  noted_at timestamptz not null default now(),
  unique (contract_id, on_day),
  check (mt_patients is not null or active_file is not null)
);
create index patient_observation_doctor on patient_observation (doctor_id);

-- Help offered after an early warning: once in a contract year, however often it is asked for.
create table growth_help (
  fund_id integer not null references fund,
  contract_id uuid not null references contract on delete cascade,
  doctor_id bigint not null references doctor on delete cascade,
  contract_year smallint not null,
  follow_up_id uuid references follow_up on delete set null,
  kind text not null check (kind in ('visit', 'call')),
  due_on date not null,
  account_id uuid not null references account,
  at timestamptz not null default now(),
  primary key (contract_id, contract_year)
);
create index growth_help_doctor on growth_help (doctor_id);
