-- A simulation sent to its doctor by e-mail, with their word: its figures are those read that day.
create table simulation_letter (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  doctor_id bigint not null references doctor on delete cascade,
  account_id uuid not null references account,
  choices text not null, -- as the address of the page carries them
  subject text not null,
  body text not null,
  recipient text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'uncertain', 'dropped')),
  failure text,
  asked_on date not null,
  asked_at timestamptz not null,
  sent_at timestamptz
);
-- One a day for the same choices; one that did not leave may be asked for again.
create unique index simulation_letter_once on simulation_letter (doctor_id, choices, asked_on) where state <> 'dropped';
