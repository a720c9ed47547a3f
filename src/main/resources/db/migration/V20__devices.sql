-- A device's own sealed copy of the private keys it holds. The key to it lies in that device's browser, which no script can
-- read out of it: neither the copy here nor the browser's storage alone gives the keys away, and fetching it leaves a trace.
create table device_copy (
  clinic_id uuid not null,
  copy_id bytea not null check (octet_length(copy_id) = 16),
  user_id uuid not null,
  sealed bytea not null check (octet_length(sealed) between 1 and 8192),
  created_at timestamptz not null default now(),
  primary key (clinic_id, copy_id),
  foreign key (clinic_id, user_id) references patient_user (clinic_id, id)
);
create index device_copy_of_user on device_copy (clinic_id, user_id, created_at desc);
call fence('device_copy');
revoke update on device_copy from vestibule_app;

-- Private keys on their way from one device to the next, sealed under a code that only the two devices know. Not fenced, for
-- the reason key_backup is not. What is sealed goes when it is handed out; that it was, stays.
create table key_transfer (
  transfer_id bytea primary key check (octet_length(transfer_id) = 16),
  clinic_id uuid not null,
  user_id uuid not null,
  sealed bytea check (octet_length(sealed) between 1 and 8192),
  expires_at timestamptz not null,
  taken_at timestamptz
);
create index key_transfer_of_user on key_transfer (clinic_id, user_id, taken_at);
