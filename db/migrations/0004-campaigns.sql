-- Campaigns: who is written to, what became of each letter, and what keeps two of them from leaving.

-- One row: the secret of signed links and return paths, and the database identity for which letters may leave.
create table installation (
  id boolean primary key default true check (id),
  link_secret bytea not null,
  ever_armed boolean not null default false,
  armed_identity text,
  armed_by uuid,
  armed_at timestamptz
);
insert into installation (link_secret) values (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

create table campaign (
  id uuid primary key default gen_random_uuid(),
  fund_id integer references fund, -- null: every fund
  name text not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'ready', 'sending', 'paused', 'finished', 'cancelled')),
  pause_reason text,
  category text not null default 'information' check (category in ('statutory', 'information', 'event')),
  purpose text not null default '',
  sender_name text not null default '',
  reply_to text,
  reason text not null default '',
  segment_id uuid,
  criteria jsonb,
  letter_id uuid,
  letter jsonb,
  template jsonb,
  content_hash text,
  audience_hash text,
  exclusions jsonb not null default '{}',
  most integer check (most > 0),
  per_minute integer check (per_minute > 0),
  tokens double precision not null default 0,
  tokens_at timestamptz,
  window_from smallint check (window_from between 0 and 1439),
  window_to smallint check (window_to between 1 and 1440),
  not_after timestamptz,
  starts_at timestamptz,
  holdout_percent smallint not null default 10 check (holdout_percent between 0 and 50),
  created_by uuid not null references account,
  created_at timestamptz not null default now(),
  submitted_by uuid,
  submitted_at timestamptz,
  approved_by uuid,
  approved_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  version integer not null default 1
);
create index campaign_fund on campaign (fund_id, created_at desc);
create index campaign_alive on campaign (state) where state in ('ready', 'sending');

-- One letter to one mailbox. The unique key, not a schedule, is what keeps a second one from existing.
create table recipient (
  id bigint generated always as identity primary key,
  campaign_id uuid not null references campaign on delete cascade,
  fund_id integer not null references fund,
  doctor_id bigint not null, -- no foreign key: a million rows, and the books outlive the doctor
  address text not null,
  fingerprint bytea not null,
  provider text not null,
  zone text not null,
  department text not null,
  practice_key text,
  state text not null default 'waiting' check (state in
    ('waiting', 'claimed', 'handing', 'accepted', 'deferred', 'rejected', 'uncertain', 'suppressed', 'cancelled', 'expired', 'held_out')),
  claim uuid,
  attempts smallint not null default 0,
  due_at timestamptz not null default now(),
  settled_at timestamptz,
  class text,
  reply text,
  outcome text check (outcome in ('delivered', 'bounced', 'complained')),
  outcome_at timestamptz,
  unique (campaign_id, address)
) with (fillfactor = 70);
create index recipient_due on recipient (campaign_id, provider, due_at, id) where state in ('waiting', 'deferred');
create index recipient_state on recipient (campaign_id, state);
create index recipient_doctor on recipient (doctor_id, settled_at);
create index recipient_claim on recipient (claim) where claim is not null;

-- Who is sending just now. A sender that is not heard of for a while is dead: what it held is free, what it was handing
-- over is uncertain. The slot bounds the connections to one group of mailboxes, over all processes and campaigns.
create table sending_slot (
  provider text not null,
  slot smallint not null,
  claim uuid not null unique,
  campaign_id uuid not null,
  seen_at timestamptz not null,
  primary key (provider, slot)
);

-- A group of mailboxes, or the relay itself (provider '@relay'), that is left alone for a while.
create table sending_gate (
  provider text primary key,
  failures integer not null default 0,
  paused_until timestamptz,
  reason text,
  changed_at timestamptz not null default now()
);

-- Addresses that must not be written to again, kept as fingerprints so that they outlive an erasure and a new import.
create table address_suppression (
  fingerprint bytea primary key,
  reason text not null check (reason in ('bounce', 'complaint', 'full')),
  detail text,
  noted_at timestamptz not null default now()
);
