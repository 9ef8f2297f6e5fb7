-- Requests that were refused after their key's secret was proven, for a tenant's staff to look up. No foreign keys: a note
-- outlives its key.

CREATE TABLE refused_request (
  tenant_id   bigint      NOT NULL,
  key_id      bigint      NOT NULL,
  masked      text        NOT NULL,
  request_id  text        NOT NULL,
  code        text        NOT NULL,
  permission  text,
  campaign_id bigint,
  address     text,
  refused_at  timestamptz NOT NULL
);
CREATE INDEX ON refused_request (tenant_id, request_id, refused_at);
CREATE INDEX ON refused_request (refused_at);
