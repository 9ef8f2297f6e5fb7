-- For the keys that reach the campaigns of one type, which can be few of many.

CREATE INDEX ON campaign (tenant_id, type, id);
