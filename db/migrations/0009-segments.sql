-- Audiences: who they are as criteria, and who they were the last time somebody looked.
create table segment (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  owner_id uuid not null references account,
  name text not null check (length(name) between 1 and 80),
  criteria jsonb not null,
  shared_at timestamptz,
  count integer not null default 0,
  counted_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  removed_at timestamptz,
  version integer not null default 1
);
create index segment_fund on segment (fund_id, name) where removed_at is null;

-- Apart from the segment: a list is read without its members. They go with the segment, a day after it was removed.
create table segment_snapshot (
  segment_id uuid primary key references segment on delete cascade,
  fund_id integer not null references fund,
  members bigint[] not null,
  taken_at timestamptz not null
);
