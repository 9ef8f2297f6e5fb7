package dev.latchkey.domain.audit;

import dev.latchkey.domain.MayBePrinted;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * An entry at its position in the chain. The hash covers the entry, its position and the previous hash, so that a
 * changed, removed or reordered event no longer matches its neighbours.
 *
 * @param sequence the position in the tenant's chain, from 1
 * @param previousHash the hash of the previous event, in hexadecimal; {@link #ROOT} for the first
 * @param hash SHA-256 in hexadecimal
 */
public record AuditEvent(TenantId tenant, long sequence, AuditEntry entry,
    @MayBePrinted("A hash of what the audit shows.") String previousHash,
    @MayBePrinted("A hash of what the audit shows.") String hash) {

  /** The previous hash of the first event of a chain. */
  public static final String ROOT = "0".repeat(64);

  /** Appends an entry to the event with the previous hash. */
  public static AuditEvent linked(TenantId tenant, long sequence, AuditEntry entry, String previousHash) {
    return new AuditEvent(tenant, sequence, entry, previousHash, hash(tenant, sequence, entry, previousHash));
  }

  public AuditEventId id() {
    return entry.id();
  }

  /** Whether the hash matches the event. */
  public boolean isIntact() {
    return hash.equals(hash(tenant, sequence, entry, previousHash));
  }

  private static String hash(TenantId tenant, long sequence, AuditEntry entry, String previousHash) {
    MessageDigest sha256 = sha256();
    add(sha256, previousHash);
    add(sha256, Long.toString(tenant.value()));
    add(sha256, Long.toString(sequence));
    add(sha256, Long.toString(entry.id().value()));
    add(sha256, actor(entry.actor()));
    add(sha256, entry.action().label());
    add(sha256, subject(entry.subject()));
    add(sha256, Long.toString(entry.subject().value()));
    add(sha256, entry.at().toString());
    add(sha256, entry.address().map(AuditEvent::bytes).orElse(""));
    entry.details().forEach((name, value) -> {
      add(sha256, name);
      add(sha256, value);
    });
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** Encodes the bytes of the address. Its text also names the zone, which is not stored. */
  private static String bytes(InetAddress address) {
    return HexFormat.of().formatHex(address.getAddress());
  }

  /** Returns the type names of the first version, which derived them from its class names. They never change. */
  private static String subject(Id id) {
    return switch (id) {
      case TenantId _ -> "TenantId";
      case KeyId _ -> "KeyId";
      case CampaignId _ -> "CampaignId";
      case LeadId _ -> "LeadId";
      case MemberId _ -> "MemberId";
      case AuditEventId _ -> "AuditEventId";
    };
  }

  private static String actor(Actor actor) {
    return switch (actor) {
      case Actor.Operator() -> "operator";
      case Actor.Holder(KeyId key) -> "key " + key.value();
      case Actor.Staff(MemberId member) -> "member " + member.value();
    };
  }

  /** Writes the length first, so that no two different entries produce the same bytes. */
  private static void add(MessageDigest sha256, String part) {
    byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
    sha256.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
    sha256.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
