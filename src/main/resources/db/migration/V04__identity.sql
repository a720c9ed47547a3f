-- What decides the clinic cannot be fenced by it: an API key, a user name or a device key comes in before anybody knows
-- whose it is. The four tables below that say so are read by exact key only, and hold nothing about a patient's health.

-- Not fenced: the key decides the clinic. The secret (256 random bits) is kept as its SHA-256 only.
create table api_client (
  clinic_id uuid not null,
  id uuid not null primary key,
  name text not null check (length(name) between 1 and 200),
  secret_hash bytea not null check (length(secret_hash) = 32),
  created_at timestamptz not null default now(),
  revoked_at timestamptz
);
create index api_client_of_clinic on api_client (clinic_id);

-- Not fenced: the user name decides the clinic.
create table staff_account (
  clinic_id uuid not null,
  id uuid not null primary key,
  username text not null unique check (username ~ '^[a-z0-9][a-z0-9._-]{1,63}$'),
  password_hash text not null,
  role text not null check (role in ('DOCTOR', 'DESK', 'OPERATIONS')),
  hcp_id uuid check ((role = 'DOCTOR') = (hcp_id is not null)),
  failures int not null default 0,
  locked_until timestamptz,
  created_at timestamptz not null default now()
);
create index staff_account_of_clinic on staff_account (clinic_id);

create table patient_user (
  clinic_id uuid not null,
  id uuid not null,
  patient_id uuid not null,
  state text not null check (state in ('INVITED', 'ACTIVE', 'CLOSED')),
  created_at timestamptz not null default now(),
  activated_at timestamptz,
  closed_at timestamptz,
  primary key (clinic_id, id)
);
create unique index patient_user_open on patient_user (clinic_id, patient_id) where state <> 'CLOSED';
call fence('patient_user');

-- Not fenced: the device's key decides the clinic. Whether the key is still good is asked of the directory afterwards.
create table device_login (
  key_id bytea not null primary key check (length(key_id) = 16),
  clinic_id uuid not null,
  user_id uuid not null,
  foreign key (clinic_id, user_id) references patient_user (clinic_id, id)
);
create index device_login_of_user on device_login (clinic_id, user_id);

-- Not fenced and of no clinic: handed to whoever asks, worth something only together with a device's signature.
create table login_challenge (
  nonce bytea not null primary key check (length(nonce) = 32),
  expires_at timestamptz not null
);
create index login_challenge_by_expiry on login_challenge (expires_at);

-- Spring Session's own tables. Not fenced and of no clinic: the session decides the actor, and so the clinic. The cookie
-- is the id with a MAC under the pepper, which is not in this database: nobody signs in with what stands here.
create table spring_session (
  primary_id char(36) not null primary key,
  session_id char(36) not null unique,
  creation_time bigint not null,
  last_access_time bigint not null,
  max_inactive_interval int not null,
  expiry_time bigint not null,
  principal_name varchar(100)
);
create index spring_session_by_expiry on spring_session (expiry_time);
create index spring_session_by_principal on spring_session (principal_name);

create table spring_session_attributes (
  session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
  attribute_name varchar(200) not null,
  attribute_bytes bytea not null,
  primary key (session_primary_id, attribute_name)
);
