-- Simulations left with a doctor, as they read that day: a later text does not change what was said.
create table simulation (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  doctor_id bigint not null references doctor on delete cascade,
  account_id uuid not null,
  choices text not null check (length(choices) <= 200),
  version text not null,
  plans jsonb not null,
  handed_on date not null,
  handed_at timestamptz not null,
  move_id bigint, -- the step of the funnel it caused, when the doctor did not stand further already
  taken_back_at timestamptz
);
-- The same paper handed twice the same day is one.
create unique index simulation_once on simulation (doctor_id, choices, handed_on) where taken_back_at is null;
create index simulation_doctor on simulation (doctor_id, handed_at desc);
