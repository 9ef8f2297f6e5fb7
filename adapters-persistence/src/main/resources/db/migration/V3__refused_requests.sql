-- Requests that were refused after their key's secret was proven, for a tenant's staff to look up. No foreign keys: a note
-- outlives its key.

CREATE TABLE refused_request (
  number      BIGINT      NOT NULL AUTO_INCREMENT,
  tenant_id   BIGINT      NOT NULL,
  request_id  VARCHAR(64) NOT NULL,
  key_id      BIGINT      NOT NULL,
  masked      VARCHAR(64) NOT NULL,
  code        VARCHAR(40) NOT NULL,
  permission  VARCHAR(40),
  campaign_id BIGINT,
  address     VARCHAR(64),
  refused_at  BIGINT      NOT NULL,
  PRIMARY KEY (number),
  INDEX refused_request_by_name (tenant_id, request_id),
  INDEX refused_request_by_moment (refused_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
