package dev.latchkey.adapters.persistence.cache;

import dev.latchkey.domain.tenant.Tenant;

/** A mark that all keys of a tenant share, so that one write outdates them together. */
final class InvalidationMark {

  private final Tenant tenant;
  private volatile boolean outdated;

  InvalidationMark(Tenant tenant) {
    this.tenant = tenant;
  }

  /** Creates a mark that is already outdated. */
  static InvalidationMark outdated(Tenant tenant) {
    InvalidationMark mark = new InvalidationMark(tenant);
    mark.outdate();
    return mark;
  }

  /** Returns the mark's own tenant if it equals the other, so that all keys share one object. */
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
