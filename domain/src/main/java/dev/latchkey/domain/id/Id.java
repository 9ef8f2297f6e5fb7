package dev.latchkey.domain.id;

/** A positive 64-bit number that the application generates. Ids are ordered by time: later ids are greater. */
public sealed interface Id permits TenantId, KeyId, CampaignId, LeadId, MemberId, AuditEventId {

  long value();

  /** Rejects numbers that cannot be ids. Input is validated where it is parsed, so this means a bug in the caller. */
  static void requirePositive(long value) {
    if (value <= 0) {
      throw new IllegalArgumentException("An id is a positive number, not " + value);
    }
  }
}
