package dev.latchkey.domain.id;

/** A 64-bit, time-ordered, positive number made by the application; ids made later sort later. */
public sealed interface Id permits TenantId, KeyId, CampaignId, LeadId, MemberId, AuditEventId {

  long value();

  /** Refuses numbers that no id can have: a bug in the caller, as input is checked where it is read. */
  static void requirePositive(long value) {
    if (value <= 0) {
      throw new IllegalArgumentException("An id is a positive number, not " + value);
    }
  }
}
