-- What people decide about letters that came back, and the question put to a delegate when an address is to be corrected.

create index recipient_returned on recipient (fund_id, id) where state = 'rejected' or outcome = 'bounced';
create index bounce_message_kind on bounce_message (fund_id, kind, received_at desc);

-- A bounce that a person judged false; what it had done is kept, so that it can be put back.
create table bounce_judgement (
  recipient_id bigint primary key,
  fund_id integer not null references fund,
  doctor_id bigint not null,
  reason text not null check (reason in ('misread', 'passing', 'confirmed', 'other')),
  suppressed_as text check (suppressed_as in ('bounce', 'full')),
  had_bounced boolean not null,
  judged_by uuid not null references account,
  judged_at timestamptz not null
);

-- « This address fails: ask the doctor for another. » The same id as the delegate's follow-up.
create table address_question (
  id uuid primary key default gen_random_uuid(),
  fund_id integer not null references fund,
  doctor_id bigint not null references doctor on delete cascade,
  recipient_id bigint not null,
  address text not null,
  delegate_id uuid not null references account,
  asked_by uuid not null references account,
  asked_at timestamptz not null,
  answer text check (answer in ('given', 'same', 'none')),
  answered_by uuid references account,
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);
create unique index address_question_open on address_question (doctor_id) where answer is null;
create index address_question_fund on address_question (fund_id, asked_at desc);
create index address_question_recipient on address_question (recipient_id);

alter table follow_up drop constraint follow_up_kind_check,
  add constraint follow_up_kind_check check (kind in ('visit', 'call', 'simulation', 'document', 'answer', 'address', 'close'));
