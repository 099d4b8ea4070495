-- A doctor's request for help with premises, followed from the day it came to its end.
create table premises_request (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  doctor_id bigint not null references doctor on delete cascade,
  kind text not null check (kind in ('fitting-out', 'extension', 'other')),
  need text not null check (length(need) between 1 and 2000),
  state text not null default 'received' check (state in ('received', 'studied', 'directed', 'answered', 'closed', 'withdrawn')),
  directed_to text check (directed_to in ('commune', 'intercommunality', 'department', 'region', 'ars', 'other')),
  answer text check (answer in ('granted', 'partly', 'refused')),
  next_step text check (length(next_step) between 1 and 200),
  next_on date,
  received_on date not null,
  created_by uuid not null references account,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check ((next_step is null) = (next_on is null))
);
create index premises_request_fund on premises_request (fund_id, state, next_on);
create index premises_request_doctor on premises_request (doctor_id);

-- Each step as it was taken, with what stood before it: the last one can be taken back.
create table premises_step (
  id bigint generated always as identity primary key,
  fund_id integer not null references fund,
  doctor_id bigint not null references doctor on delete cascade,
  request_id uuid not null references premises_request on delete cascade,
  from_state text,
  to_state text not null,
  happened_on date not null,
  note text not null default '' check (length(note) <= 2000),
  before jsonb,
  account_id uuid not null references account,
  at timestamptz not null default now(),
  undone_at timestamptz,
  undone_by uuid
);
create index premises_step_request on premises_step (request_id, id);

-- People who may become assistants, kept only while they agree to it.
create table candidate (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  first_name text not null check (length(first_name) between 1 and 80),
  last_name text not null check (length(last_name) between 1 and 80),
  profile text not null check (profile in ('nurse', 'nursing-auxiliary', 'childcare-auxiliary', 'secretary', 'other')),
  email text,
  phone text,
  commune_code text not null references commune,
  available_on date not null,
  hours text not null check (hours in ('half', 'full', 'either')),
  mobility_km smallint not null check (mobility_km between 1 and 200),
  note text not null default '' check (length(note) <= 1000),
  consent_on date not null,
  consent_by text not null check (consent_by in ('writing', 'e-mail', 'telephone', 'meeting')),
  consent_text text not null,
  letters_stopped_at timestamptz,
  contacted_on date not null, -- the last word from the person: consent lapses 24 months later
  warned_on date,
  created_by uuid not null references account,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check (email is not null or phone is not null),
  check (contacted_on >= consent_on)
);
create index candidate_fund on candidate (fund_id, last_name, first_name);
create index candidate_contacted on candidate (contacted_on);
create unique index candidate_email on candidate (fund_id, lower(email)) where email is not null;

-- Nothing of the person: a keyed print of an address or a number, so that nobody enters them again by mistake.
create table candidate_erasure (
  fund_id integer not null references fund,
  fingerprint bytea not null,
  erased_on date not null,
  primary key (fund_id, fingerprint)
);

-- A letter to several candidates, as it was sent; who it went to is in their own rows and leaves with them.
create table candidate_letter (
  id uuid primary key,
  fund_id integer not null references fund,
  subject text not null,
  body text not null,
  filters jsonb not null,
  recipients integer not null,
  asked_by uuid not null references account,
  asked_at timestamptz not null default now()
);
create index candidate_letter_fund on candidate_letter (fund_id, asked_at desc);

-- A candidate and a doctor who may be told of each other once both have said yes.
create table introduction (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  candidate_id uuid not null references candidate on delete cascade,
  doctor_id bigint not null references doctor on delete cascade,
  candidate_answer text check (candidate_answer in ('yes', 'no')),
  candidate_on date,
  doctor_answer text check (doctor_answer in ('yes', 'no')),
  doctor_on date,
  state text not null default 'open' check (state in ('open', 'refused', 'introduced')),
  proposed_by uuid not null references account,
  proposed_at timestamptz not null default now(),
  version integer not null default 1,
  unique (candidate_id, doctor_id),
  check ((candidate_answer is null) = (candidate_on is null)),
  check ((doctor_answer is null) = (doctor_on is null)),
  check (state <> 'introduced' or (candidate_answer = 'yes' and doctor_answer = 'yes'))
);
create index introduction_doctor on introduction (doctor_id);

-- One letter to one person on one occasion: the unique key is what keeps a second one from existing.
create table recruiting_mail (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  candidate_id uuid not null references candidate on delete cascade,
  doctor_id bigint references doctor on delete cascade,
  kind text not null check (kind in ('letter', 'expiry', 'introduction')),
  occasion text not null,
  party text not null check (party in ('candidate', 'doctor')),
  subject text not null,
  body text not null,
  state text not null default 'waiting' check (state in ('waiting', 'sending', 'sent', 'uncertain', 'dropped')),
  failure text,
  asked_by uuid not null references account,
  asked_at timestamptz not null default now(),
  sent_at timestamptz,
  unique (candidate_id, occasion, party)
);
create index recruiting_mail_occasion on recruiting_mail (occasion);
