package dev.latchkey.adapters.persistence.key;

import dev.latchkey.adapters.persistence.audit.ActorText;
import dev.latchkey.adapters.persistence.jdbc.InstantAsMicros;
import dev.latchkey.adapters.persistence.jdbc.SearchedName;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.key.format.MaskedKey;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.TypeDef;
import io.micronaut.data.model.DataType;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A key as a row.
 *
 * @param mac in hexadecimal
 * @param searchedName see {@link SearchedName}
 * @param terms the grant, the allowed addresses and the rate limit: see {@link KeyTerms}
 */
@MappedEntity("api_key")
public record KeyRow(
    @Id long id,
    long tenantId,
    Environment environment,
    String masked,
    String pepperVersion,
    String mac,
    String name,
    @Nullable String searchedName,
    KeyStatus status,
    String terms,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) @Nullable Instant notBefore,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) @Nullable Instant expiresAt,
    String createdBy,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) Instant createdAt,
    @Nullable Long replaces,
    @Nullable Long replacedBy,
    @TypeDef(type = DataType.LONG, converter = InstantAsMicros.class) @Nullable Instant lastUsedAt,
    long version) {

  static KeyRow from(ApiKey key) {
    KeySettings settings = key.settings();
    return new KeyRow(
        key.id().value(),
        key.tenant().value(),
        key.environment(),
        key.masked().value(),
        key.seal().pepperVersion(),
        HexFormat.of().formatHex(key.seal().mac()),
        settings.name().value(),
        SearchedName.of(settings.name()),
        settings.status(),
        KeyTerms.from(settings).toJson(),
        settings.period().notBefore().orElse(null),
        settings.period().expiresAt().orElse(null),
        ActorText.from(key.createdBy()).value(),
        key.createdAt(),
        key.replaces().map(KeyId::value).orElse(null),
        key.replacedBy().map(KeyId::value).orElse(null),
        key.lastUsedAt().orElse(null),
        key.version());
  }

  ApiKey toKey() {
    return new ApiKey(
        new KeyId(id),
        new TenantId(tenantId),
        environment,
        new MaskedKey(masked),
        new Seal(pepperVersion, HexFormat.of().parseHex(mac)),
        settings(),
        new ActorText(createdBy).toActor(),
        createdAt,
        Optional.ofNullable(replaces).map(KeyId::new),
        Optional.ofNullable(replacedBy).map(KeyId::new),
        Optional.ofNullable(lastUsedAt),
        version);
  }

  private KeySettings settings() {
    KeyTerms agreed = KeyTerms.fromJson(terms);
    return new KeySettings(
        new Name(name),
        status,
        agreed.toGrant(),
        agreed.toAddresses(),
        agreed.toRateLimit(),
        new Period(Optional.ofNullable(notBefore), Optional.ofNullable(expiresAt)));
  }

  @Override
  public String toString() {
    return "KeyRow[" + id + "]";
  }
}
