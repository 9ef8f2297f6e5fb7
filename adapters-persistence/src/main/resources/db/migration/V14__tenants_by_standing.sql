-- For lists of the tenants of one status.

CREATE INDEX tenant_by_standing ON tenant (standing, id);
