-- One script for MySQL, MariaDB and H2 in MySQL mode: docs/adr/0004-one-set-of-migrations.md says how it stays one.
-- Every moment is a BIGINT of microseconds since 1970-01-01T00:00:00Z, and every text is compared by its bytes.

CREATE TABLE tenant (
  id         BIGINT       NOT NULL,
  name       VARCHAR(200) NOT NULL,
  standing   VARCHAR(20)  NOT NULL,
  created_at BIGINT       NOT NULL,
  version    BIGINT       NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE tenant_member (
  id            BIGINT       NOT NULL,
  tenant_id     BIGINT       NOT NULL,
  email         VARCHAR(254) NOT NULL,
  role          VARCHAR(20)  NOT NULL,
  password_hash VARCHAR(500) NOT NULL,
  created_at    BIGINT       NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT tenant_member_email_is_unique UNIQUE (tenant_id, email),
  CONSTRAINT tenant_member_has_a_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE member_session (
  token_digest VARCHAR(64) NOT NULL,
  member_id    BIGINT      NOT NULL,
  expires_at   BIGINT      NOT NULL,
  PRIMARY KEY (token_digest),
  INDEX member_session_by_member (member_id),
  INDEX member_session_by_expiry (expires_at),
  CONSTRAINT member_session_has_a_member FOREIGN KEY (member_id) REFERENCES tenant_member (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE api_key (
  id             BIGINT        NOT NULL,
  tenant_id      BIGINT        NOT NULL,
  environment    VARCHAR(20)   NOT NULL,
  masked         VARCHAR(64)   NOT NULL,
  pepper_version VARCHAR(100)  NOT NULL,
  mac            VARCHAR(128)  NOT NULL,
  name           VARCHAR(200)  NOT NULL,
  status         VARCHAR(20)   NOT NULL,
  terms          MEDIUMTEXT    NOT NULL,
  not_before     BIGINT,
  expires_at     BIGINT,
  created_by     VARCHAR(40)   NOT NULL,
  created_at     BIGINT        NOT NULL,
  replaces       BIGINT,
  replaced_by    BIGINT,
  last_used_at   BIGINT,
  version        BIGINT        NOT NULL,
  PRIMARY KEY (id),
  INDEX api_key_by_tenant (tenant_id, id),
  INDEX api_key_by_pepper (pepper_version),
  CONSTRAINT api_key_has_a_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE campaign (
  id         BIGINT       NOT NULL,
  tenant_id  BIGINT       NOT NULL,
  name       VARCHAR(200) NOT NULL,
  type       VARCHAR(20)  NOT NULL,
  status     VARCHAR(20)  NOT NULL,
  plan       MEDIUMTEXT   NOT NULL,
  created_at BIGINT       NOT NULL,
  updated_at BIGINT       NOT NULL,
  version    BIGINT       NOT NULL,
  PRIMARY KEY (id),
  INDEX campaign_by_tenant (tenant_id, id),
  CONSTRAINT campaign_has_a_tenant FOREIGN KEY (tenant_id) REFERENCES tenant (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE campaign_lead (
  id           BIGINT      NOT NULL,
  campaign_id  BIGINT      NOT NULL,
  phone_number VARCHAR(20) NOT NULL,
  details      MEDIUMTEXT  NOT NULL,
  do_not_call  BOOLEAN     NOT NULL,
  answered     BOOLEAN     NOT NULL,
  created_at   BIGINT      NOT NULL,
  updated_at   BIGINT      NOT NULL,
  PRIMARY KEY (id),
  INDEX campaign_lead_by_campaign (campaign_id, id),
  CONSTRAINT campaign_lead_number_is_unique UNIQUE (campaign_id, phone_number),
  CONSTRAINT campaign_lead_has_a_campaign FOREIGN KEY (campaign_id) REFERENCES campaign (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- The end of each tenant's chain of audit events. Its row is the lock under which the tenant's affairs are changed.
CREATE TABLE audit_head (
  tenant_id BIGINT      NOT NULL,
  position  BIGINT      NOT NULL,
  hash      VARCHAR(64) NOT NULL,
  PRIMARY KEY (tenant_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- No foreign keys from here on: what happened outlives what it happened to.
CREATE TABLE audit_event (
  id            BIGINT      NOT NULL,
  tenant_id     BIGINT      NOT NULL,
  position      BIGINT      NOT NULL,
  actor         VARCHAR(40) NOT NULL,
  action        VARCHAR(40) NOT NULL,
  subject       VARCHAR(40) NOT NULL,
  happened_at   BIGINT      NOT NULL,
  address       VARCHAR(64),
  details       MEDIUMTEXT  NOT NULL,
  previous_hash VARCHAR(64) NOT NULL,
  hash          VARCHAR(64) NOT NULL,
  PRIMARY KEY (id),
  CONSTRAINT audit_event_has_its_place UNIQUE (tenant_id, position)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

CREATE TABLE change_feed (
  position   BIGINT NOT NULL,
  tenant_id  BIGINT NOT NULL,
  key_id     BIGINT,
  changed_at BIGINT NOT NULL,
  PRIMARY KEY (position)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

-- One row, whose lock is held from counting to commit: the order of the feed is the order of the commits.
CREATE TABLE change_counter (
  id       INT    NOT NULL,
  position BIGINT NOT NULL,
  PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;

INSERT INTO change_counter (id, position) VALUES (1, 0);
