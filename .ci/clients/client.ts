// A client that knows nothing but the types generated from the description does the main job of the API.
// Usage: node client.js BASE_URL, with the operator's token in OPERATOR_TOKEN.
import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { paths } from "./api.js";

const baseUrl = process.argv[2];
const token = process.env["OPERATOR_TOKEN"];
assert(baseUrl !== undefined && token !== undefined, "BASE_URL and OPERATOR_TOKEN are required");

const clientWith = (secret: string) =>
  createClient<paths>({ baseUrl, headers: { Authorization: `Bearer ${secret}` } });

const operator = clientWith(token);

const tenant = await operator.POST("/api/platform/v1/tenants", { body: { name: "Typed client" } });
assert(tenant.data, JSON.stringify(tenant.error));
const made = await operator.POST("/api/platform/v1/tenants/{tenant_id}/api-keys", {
  params: { path: { tenant_id: tenant.data.data.id } },
  body: { name: "typed" },
});
assert(made.data, JSON.stringify(made.error));

// A repeated request is answered without the secret, so the member may be absent.
const { key } = made.data.data;
assert(key !== undefined);
const api = clientWith(key);

const whoami = await api.GET("/api/v2/auth/whoami");
assert(whoami.data, JSON.stringify(whoami.error));
assert.equal(whoami.data.data.tenant.id, tenant.data.data.id);

const campaign = await api.POST("/api/v2/voice-campaigns", {
  body: {
    name: "Typed",
    type: "INBOUND",
    assistant_id: "a1",
    tenant_voice_provider_id: "p1",
    dialer_type: "SINGLE",
  },
});
assert(campaign.data, JSON.stringify(campaign.error));
const path = { campaign_id: campaign.data.data.campaign_id };

const added = await api.POST("/api/v2/voice-campaigns/{campaign_id}/leads", {
  params: { path },
  body: { phone_number: "+14155550123", first_name: "Ada", custom_fields: { plan: "gold", seats: 12 } },
});
assert(added.data, JSON.stringify(added.error));

const leads = await api.GET("/api/v2/voice-campaigns/{campaign_id}/leads", {
  params: { path, query: { limit: 10 } },
});
assert(leads.data, JSON.stringify(leads.error));
assert.equal(leads.data.next_cursor, null);
const [lead] = leads.data.data;
assert(lead);
assert.equal(lead.campaign_lead_id, added.data.data.campaign_lead_id);
assert.equal(lead.custom_fields["seats"], 12);

const refused = await api.GET("/api/v2/api-keys");
assert(refused.error);
assert.equal(refused.response.status, 403);
assert.equal(refused.error.code, "permission_missing");

const invalid = await api.POST("/api/v2/voice-campaigns/{campaign_id}/leads", {
  params: { path },
  body: { phone_number: "12" },
});
assert(invalid.error);
assert.equal(invalid.response.status, 400);
assert("errors" in invalid.error && invalid.error.errors);
assert.equal(invalid.error.errors[0]?.pointer, "/phone_number");

console.log("The TypeScript client did the main job.");
