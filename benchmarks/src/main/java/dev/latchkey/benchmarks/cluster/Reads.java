package dev.latchkey.benchmarks.cluster;

/** Reads keys, tenants and leads on a node, whichever node changed them. */
final class Reads implements Work {

  private final Api api;
  private final Known known;
  private final KnownKey leadsKey;
  private final String campaign;
  private int count;

  Reads(Api api, Known known, KnownKey leadsKey, String campaign) {
    this.api = api;
    this.known = known;
    this.leadsKey = leadsKey;
    this.campaign = campaign;
  }

  @Override
  public void step() {
    count++;
    if (count % 3 == 0) {
      known.anyTenant().ifPresent(api::readTenant);
    } else if (count % 3 == 1) {
      known.recentKey().or(known::anyKey)
          .ifPresent(key -> known.tenant(key.tenant()).ifPresent(tenant -> api.readKey(tenant, key)));
    } else {
      known.anyLead().ifPresent(number -> api.readLead(leadsKey, campaign, number));
    }
  }
}
