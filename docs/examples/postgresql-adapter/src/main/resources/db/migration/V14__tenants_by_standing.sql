-- For lists of the tenants of one status.

CREATE INDEX ON tenant (standing, id);
