-- An invitation may go out on paper; then its link has no channel.
alter table invitation drop constraint invitation_wish_check;
alter table invitation add constraint invitation_wish_check check (wish in ('EMAIL', 'SMS', 'AUTO', 'LETTER'));
