-- Between waiting and sent an invitation is in somebody's hands; and one may never leave: the doctor objected meanwhile,
-- has no usable address any more, a later invitation says more, or there is nothing left to tell.
alter table invitation
  drop constraint invitation_state_check,
  add constraint invitation_state_check check (state in ('waiting', 'sending', 'sent', 'dropped')),
  add column claimed_at timestamptz,
  add column dropped_because text check (dropped_because in ('opt-out', 'no-address', 'superseded', 'nothing-to-tell')),
  add constraint invitation_dropped check ((state = 'dropped') = (dropped_because is not null));
