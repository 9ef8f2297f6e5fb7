package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.MaskedKey;
import dev.latchkey.domain.rate.RateLimit;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is stored, without its last use.
 *
 * @param mac in hexadecimal
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record KeyDocument(
    long id,
    long tenant,
    Environment environment,
    String masked,
    String pepperVersion,
    String mac,
    String name,
    KeyStatus status,
    List<String> permissions,
    List<RuleDocument> rules,
    List<String> addresses,
    @Nullable LimitDocument rateLimit,
    @Nullable String notBefore,
    @Nullable String expiresAt,
    String createdBy,
    String createdAt,
    @Nullable Long replaces,
    @Nullable Long replacedBy,
    long version) {

  /** The rate limit of a key. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record LimitDocument(int requests, long windowSeconds) {

    static LimitDocument from(RateLimit limit) {
      return new LimitDocument(limit.requests(), limit.window().toSeconds());
    }

    RateLimit toLimit() {
      return new RateLimit(requests, Duration.ofSeconds(windowSeconds));
    }
  }

  static KeyDocument from(ApiKey key) {
    KeySettings settings = key.settings();
    return new KeyDocument(
        key.id().value(),
        key.tenant().value(),
        key.environment(),
        key.masked().value(),
        key.seal().pepperVersion(),
        HexFormat.of().formatHex(key.seal().mac()),
        settings.name().value(),
        settings.status(),
        settings.grant().permissions().stream().map(Permission::label).sorted().toList(),
        settings.grant().campaignAccess().rules().stream().map(RuleDocument::from).toList(),
        settings.allowedAddresses().stream().map(AddressRange::toString).toList(),
        settings.rateLimit().map(LimitDocument::from).orElse(null),
        settings.period().notBefore().map(Instant::toString).orElse(null),
        settings.period().expiresAt().map(Instant::toString).orElse(null),
        AuditText.of(key.createdBy()).value(),
        key.createdAt().toString(),
        key.replaces().map(KeyId::value).orElse(null),
        key.replacedBy().map(KeyId::value).orElse(null),
        key.version());
  }

  ApiKey toKey(Optional<Instant> lastUsedAt) {
    return new ApiKey(
        new KeyId(id),
        new TenantId(tenant),
        environment,
        new MaskedKey(masked),
        new Seal(pepperVersion, HexFormat.of().parseHex(mac)),
        settings(),
        new AuditText(createdBy).toActor(),
        Instant.parse(createdAt),
        Optional.ofNullable(replaces).map(KeyId::new),
        Optional.ofNullable(replacedBy).map(KeyId::new),
        lastUsedAt,
        version);
  }

  private KeySettings settings() {
    return new KeySettings(
        new Name(name),
        status,
        new Grant(
            permissions.stream().map(label -> Permission.labelled(label).orElseThrow()).collect(Collectors.toSet()),
            new CampaignAccess(rules.stream().map(RuleDocument::toRule).toList())),
        addresses.stream().map(text -> AddressRange.of(text).orElseThrow()).toList(),
        Optional.ofNullable(rateLimit).map(LimitDocument::toLimit),
        new Period(
            Optional.ofNullable(notBefore).map(Instant::parse), Optional.ofNullable(expiresAt).map(Instant::parse)));
  }

  @Override
  public String toString() {
    return "KeyDocument[" + id + "]";
  }
}
