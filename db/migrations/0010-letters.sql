-- Letters that campaigns send. Each save is a revision; a campaign takes one and keeps its own copy.
create table letter (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  name text not null check (length(name) between 1 and 80),
  subject text not null,
  blocks jsonb not null,
  revision integer not null default 1,
  created_by uuid not null references account,
  created_at timestamptz not null default now(),
  changed_by uuid not null references account,
  changed_at timestamptz not null default now(),
  archived_at timestamptz
);
create index letter_fund on letter (fund_id, changed_at desc);

create table letter_revision (
  letter_id uuid not null references letter on delete cascade,
  revision integer not null,
  fund_id integer not null references fund,
  subject text not null,
  blocks jsonb not null,
  content_hash text not null,
  saved_by uuid not null references account,
  saved_at timestamptz not null default now(),
  primary key (letter_id, revision)
);

-- A letter sent to oneself. The id is made by the page, so a click repeated is one letter.
create table letter_trial (
  id uuid primary key,
  fund_id integer not null references fund,
  letter_id uuid not null references letter on delete cascade,
  revision integer not null,
  account_id uuid not null references account,
  doctor_id bigint, -- the doctor it is written for; none: the fictitious example
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'uncertain', 'refused')),
  asked_at timestamptz not null default now(),
  settled_at timestamptz
);
create index letter_trial_letter on letter_trial (letter_id, asked_at desc);
