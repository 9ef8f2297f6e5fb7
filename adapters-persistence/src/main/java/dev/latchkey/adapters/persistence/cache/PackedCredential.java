package dev.latchkey.adapters.persistence.cache;

import com.github.benmanes.caffeine.cache.Interner;
import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.MaskedKey;
import dev.latchkey.domain.rate.RateLimit;
import dev.latchkey.domain.tenant.Tenant;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A credential without the key's id, in a third of the memory. Values that many keys share, such as compiled rules, are
 * one object for all of them. The key's own values are in one array and are copied out of it, not parsed.
 */
final class PackedCredential {

  private static final int MOST_RARE = 6;

  private final InvalidationMark mark;
  private final Tenant tenant;
  private final Common common;
  private final byte[] own;

  private PackedCredential(InvalidationMark mark, Tenant tenant, Common common, byte[] own) {
    this.mark = mark;
    this.tenant = tenant;
    this.common = common;
    this.own = own;
  }

  /** The values that many keys share. */
  record Common(
      Environment environment,
      String pepperVersion,
      KeyStatus status,
      Grant grant,
      List<AddressRange> allowedAddresses,
      Optional<RateLimit> rateLimit,
      Actor createdBy) {

    static Common of(ApiKey key) {
      KeySettings settings = key.settings();
      return new Common(
          key.environment(), key.seal().pepperVersion(), settings.status(), settings.grant(),
          settings.allowedAddresses(), settings.rateLimit(), key.createdBy());
    }
  }

  static PackedCredential of(StoredKey credential, InvalidationMark mark, Interner<Common> commons) {
    ApiKey key = credential.key();
    return new PackedCredential(
        mark, mark.shared(credential.tenant()), commons.intern(Common.of(key)), packed(key));
  }

  private static byte[] packed(ApiKey key) {
    byte[] mac = key.seal().mac();
    byte[] masked = key.masked().value().getBytes(StandardCharsets.UTF_8);
    byte[] name = key.settings().name().value().getBytes(StandardCharsets.UTF_8);
    List<Optional<Long>> rare = rare(key);
    int there = 0;
    for (int i = 0; i < MOST_RARE; i++) {
      there |= rare.get(i).isPresent() ? 1 << i : 0;
    }
    ByteBuffer own = ByteBuffer.allocate(
        3 + (1 + Integer.bitCount(there)) * Long.BYTES + mac.length + masked.length + name.length);
    own.put((byte) there).put((byte) mac.length).put((byte) masked.length);
    own.putLong(InstantAsMicros.micros(key.createdAt()));
    rare.forEach(number -> number.ifPresent(own::putLong));
    return own.put(mac).put(masked).put(name).array();
  }

  /** Returns the values that few keys have, as numbers. */
  private static List<Optional<Long>> rare(ApiKey key) {
    Period period = key.settings().period();
    return List.of(
        period.notBefore().map(InstantAsMicros::micros),
        period.expiresAt().map(InstantAsMicros::micros),
        key.replaces().map(KeyId::value),
        key.replacedBy().map(KeyId::value),
        key.lastUsedAt().map(InstantAsMicros::micros),
        Optional.of(key.version()).filter(version -> version > 1));
  }

  /** Returns the credential of the key with that id. */
  StoredKey unpacked(KeyId id) {
    ByteBuffer from = ByteBuffer.wrap(own);
    int there = from.get();
    byte[] mac = new byte[Byte.toUnsignedInt(from.get())];
    int masked = Byte.toUnsignedInt(from.get());
    Instant createdAt = InstantAsMicros.instant(from.getLong());
    Optional<Instant> notBefore = rare(from, there, 0).map(InstantAsMicros::instant);
    Optional<Instant> expiresAt = rare(from, there, 1).map(InstantAsMicros::instant);
    Optional<KeyId> replaces = rare(from, there, 2).map(KeyId::new);
    Optional<KeyId> replacedBy = rare(from, there, 3).map(KeyId::new);
    Optional<Instant> lastUsedAt = rare(from, there, 4).map(InstantAsMicros::instant);
    long version = rare(from, there, 5).orElse(1L);
    Seal seal = new Seal(common.pepperVersion, bytes(from, mac));
    MaskedKey mask = new MaskedKey(text(from, masked));
    Name name = new Name(text(from, from.remaining()));
    Period period = notBefore.isEmpty() && expiresAt.isEmpty() ? Period.ALWAYS : new Period(notBefore, expiresAt);
    KeySettings settings = new KeySettings(
        name, common.status, common.grant, common.allowedAddresses, common.rateLimit, period);
    ApiKey key = new ApiKey(
        id, tenant.id(), common.environment, mask, seal, settings, common.createdBy, createdAt, replaces,
        replacedBy, lastUsedAt, version);
    return new StoredKey(key, tenant);
  }

  /** Returns the same credential, marked as outdated. */
  PackedCredential outdated() {
    return new PackedCredential(InvalidationMark.outdated(tenant), tenant, common, own);
  }

  /** Returns the key's seal without unpacking the rest. */
  Seal seal() {
    ByteBuffer from = ByteBuffer.wrap(own);
    int rare = Integer.bitCount(from.get());
    byte[] mac = new byte[Byte.toUnsignedInt(from.get())];
    from.position(3 + (1 + rare) * Long.BYTES);
    return new Seal(common.pepperVersion, bytes(from, mac));
  }

  boolean isOutdated() {
    return mark.isOutdated();
  }

  /**
   * Returns the weight in units of 256 bytes: 1 for an ordinary key, more for its own rules and the campaigns that they
   * name.
   */
  int weight() {
    CampaignAccess access = common.grant.campaignAccess();
    if (access.equals(CampaignAccess.EVERYWHERE)) {
      return 1;
    }
    int names = 0;
    for (CampaignRule rule : access.rules()) {
      names += rule.campaigns() instanceof CampaignSelector.Named(var named) ? named.size() : 0;
    }
    return 3 + access.rules().size() + names / 4;
  }

  private static Optional<Long> rare(ByteBuffer from, int there, int place) {
    return (there & (1 << place)) == 0 ? Optional.empty() : Optional.of(from.getLong());
  }

  private static byte[] bytes(ByteBuffer from, byte[] into) {
    from.get(into);
    return into;
  }

  private static String text(ByteBuffer from, int length) {
    return new String(bytes(from, new byte[length]), StandardCharsets.UTF_8);
  }
}
