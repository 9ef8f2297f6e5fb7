-- MACs beside the hashes. Null: written by a version without them.
ALTER TABLE audit_event ADD COLUMN mac text, ADD COLUMN mac_pepper text;
ALTER TABLE audit_head ADD COLUMN mac_sequence bigint, ADD COLUMN mac text, ADD COLUMN mac_pepper text;

-- One for each filter of the list of events, which is read newest first; V1 has the one for all of a tenant's events.
CREATE INDEX ON audit_event (tenant_id, happened_at, id);
CREATE INDEX ON audit_event (tenant_id, action, id);
CREATE INDEX ON audit_event (tenant_id, actor, id);
CREATE INDEX ON audit_event (tenant_id, subject, id);

-- Shows whether a server has the pepper that the others have under a version.
CREATE TABLE pepper_check (
  version text PRIMARY KEY,
  value   text NOT NULL
);
