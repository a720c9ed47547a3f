-- How many text messages were sent on whose behalf, a day (UTC). Numbers by their HMAC only.
create table sms_spent (
  clinic_id uuid not null,
  kind text not null,
  account uuid not null,
  day date not null,
  sent integer not null check (sent > 0),
  primary key (clinic_id, kind, account, day)
);
call fence('sms_spent');

-- Of all clinics together; not fenced, a number a day.
create table sms_spent_in_all (
  day date primary key,
  sent integer not null check (sent > 0)
);
