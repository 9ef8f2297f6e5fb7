-- MACs beside the hashes. Null: written by a version without them. One statement a column, as H2 knows no other way.
ALTER TABLE audit_event ADD COLUMN mac VARCHAR(64);
ALTER TABLE audit_event ADD COLUMN mac_pepper VARCHAR(100);
ALTER TABLE audit_head ADD COLUMN mac_position BIGINT;
ALTER TABLE audit_head ADD COLUMN mac VARCHAR(64);
ALTER TABLE audit_head ADD COLUMN mac_pepper VARCHAR(100);

-- One for each filter of the list of events, which is read newest first.
CREATE INDEX audit_event_by_tenant ON audit_event (tenant_id, id);
CREATE INDEX audit_event_by_time ON audit_event (tenant_id, happened_at, id);
CREATE INDEX audit_event_by_action ON audit_event (tenant_id, action, id);
CREATE INDEX audit_event_by_actor ON audit_event (tenant_id, actor, id);
CREATE INDEX audit_event_by_subject ON audit_event (tenant_id, subject, id);

-- Shows whether a server has the pepper that the others have under a version.
CREATE TABLE pepper_check (
  version     VARCHAR(100) NOT NULL,
  check_value VARCHAR(64)  NOT NULL,
  PRIMARY KEY (version)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;
