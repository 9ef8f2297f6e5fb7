package dev.latchkey.adapters.persistence.cache;

import dev.latchkey.domain.tenant.Tenant;

/** Shared by all keys of a tenant, so that one change outdates them all at once. */
final class InvalidationMark {

  private final Tenant tenant;
  private volatile boolean outdated;

  InvalidationMark(Tenant tenant) {
    this.tenant = tenant;
  }

  /** One that is out of date already. */
  static InvalidationMark outdated(Tenant tenant) {
    InvalidationMark mark = new InvalidationMark(tenant);
    mark.outdate();
    return mark;
  }

  /** The mark's own where they are equal, so that one object does for all keys. */
  Tenant shared(Tenant other) {
    return tenant.equals(other) ? tenant : other;
  }

  void outdate() {
    outdated = true;
  }

  boolean isOutdated() {
    return outdated;
  }
}
