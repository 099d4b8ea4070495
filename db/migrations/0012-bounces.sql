-- What came back to a return path, kept as it came: a person may have to judge again. The same message twice is one.
create table bounce_message (
  digest bytea primary key,
  fund_id integer references fund,
  recipient_id bigint,
  kind text not null check (kind in ('bounce', 'complaint', 'auto-reply', 'one-click', 'delivered', 'delayed', 'unknown')),
  class text,
  status text,
  diagnostic text not null,
  raw bytea not null,
  received_at timestamptz not null default now()
);
create index bounce_message_fund on bounce_message (fund_id, received_at desc);
create index bounce_message_recipient on bounce_message (recipient_id);
