-- Operations may also send a link again, and withdraw an invitation with what was shared.
alter table operation_action drop constraint operation_action_kind_check;
alter table operation_action add constraint operation_action_kind_check
  check (kind in ('EXTEND', 'HAND_OVER', 'CANCEL', 'MORE_TIME', 'RESEND', 'WITHDRAW'));
