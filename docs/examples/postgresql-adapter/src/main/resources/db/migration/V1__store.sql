-- PostgreSQL compares text by its bytes, keeps moments to the microsecond, and has arrays: nothing needs a document.
-- Only what clients say of a lead is bytea: text cannot hold U+0000.

CREATE TABLE tenant (
  id         bigint      PRIMARY KEY,
  name       text        NOT NULL,
  standing   text        NOT NULL,
  created_at timestamptz NOT NULL,
  version    bigint      NOT NULL
);

CREATE TABLE member (
  id         bigint      PRIMARY KEY,
  tenant_id  bigint      NOT NULL REFERENCES tenant,
  email      text        NOT NULL,
  role       text        NOT NULL,
  password   text        NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (tenant_id, email)
);
CREATE INDEX ON member (tenant_id, id);

CREATE TABLE session (
  token_digest text        PRIMARY KEY,
  member_id    bigint      NOT NULL REFERENCES member ON DELETE CASCADE,
  expires_at   timestamptz NOT NULL
);
CREATE INDEX ON session (member_id);
CREATE INDEX ON session (expires_at);

CREATE TABLE api_key (
  id             bigint      PRIMARY KEY,
  tenant_id      bigint      NOT NULL REFERENCES tenant,
  environment    text        NOT NULL,
  masked         text        NOT NULL,
  pepper_version text        NOT NULL,
  mac            bytea       NOT NULL,
  name           text        NOT NULL,
  status         text        NOT NULL,
  permissions    text[]      NOT NULL,
  rules          text[]      NOT NULL,
  addresses      text[]      NOT NULL,
  rate_requests  int,
  rate_seconds   bigint,
  not_before     timestamptz,
  expires_at     timestamptz,
  created_by     text        NOT NULL,
  created_at     timestamptz NOT NULL,
  replaces       bigint,
  replaced_by    bigint,
  last_used_at   timestamptz,
  version        bigint      NOT NULL
);
CREATE INDEX ON api_key (tenant_id, id);
CREATE INDEX ON api_key (pepper_version);

CREATE TABLE campaign (
  id                           bigint      PRIMARY KEY,
  tenant_id                    bigint      NOT NULL REFERENCES tenant,
  name                         text        NOT NULL,
  type                         text        NOT NULL,
  status                       text        NOT NULL,
  assistant_id                 text        NOT NULL,
  tenant_voice_provider_id     text        NOT NULL,
  dialer_type                  text        NOT NULL,
  calling_entity               text,
  phone_number_id              text,
  phone_number_pool_id         text,
  start_date                   date,
  end_date                     date,
  timezone                     text,
  days_of_week                 text[]      NOT NULL,
  daily_start_time             time,
  daily_end_time               time,
  max_call_attempts            int,
  max_daily_attempts           int,
  min_gap_between_attempts     int,
  voicemail_counts_as_answered boolean     NOT NULL,
  webhook_url                  text,
  created_at                   timestamptz NOT NULL,
  updated_at                   timestamptz NOT NULL,
  version                      bigint      NOT NULL
);
CREATE INDEX ON campaign (tenant_id, id);

CREATE TABLE lead (
  id            bigint      PRIMARY KEY,
  campaign_id   bigint      NOT NULL REFERENCES campaign,
  phone_number  text        NOT NULL,
  first_name    bytea,
  last_name     bytea,
  email         bytea,
  custom_fields bytea[]     NOT NULL,
  do_not_call   boolean     NOT NULL,
  answered      boolean     NOT NULL,
  created_at    timestamptz NOT NULL,
  updated_at    timestamptz NOT NULL,
  UNIQUE (campaign_id, phone_number)
);
CREATE INDEX ON lead (campaign_id, id);

-- The end of each tenant's chain. Its row is the lock under which the tenant's affairs are changed.
CREATE TABLE audit_head (
  tenant_id bigint PRIMARY KEY,
  sequence  bigint NOT NULL,
  hash      text   NOT NULL
);

CREATE TABLE audit_event (
  id            bigint      PRIMARY KEY,
  tenant_id     bigint      NOT NULL,
  sequence      bigint      NOT NULL,
  actor         text        NOT NULL,
  action        text        NOT NULL,
  subject       text        NOT NULL,
  happened_at   timestamptz NOT NULL,
  address       text,
  details       text[]      NOT NULL,
  previous_hash text        NOT NULL,
  hash          text        NOT NULL,
  UNIQUE (tenant_id, sequence)
);
CREATE INDEX ON audit_event (tenant_id, id);

-- A row without a status is a request that is being carried out.
CREATE TABLE remembered_answer (
  owner           text        NOT NULL,
  route           text        NOT NULL,
  idempotency_key text        NOT NULL,
  fingerprint     text        NOT NULL,
  status          int,
  content_type    text,
  body            text,
  remembered_till timestamptz NOT NULL,
  PRIMARY KEY (owner, route, idempotency_key)
);
CREATE INDEX ON remembered_answer (remembered_till);
