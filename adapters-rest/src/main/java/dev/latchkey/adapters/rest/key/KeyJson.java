package dev.latchkey.adapters.rest.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.field.ActorId;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.rate.RateLimit;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A key's record: everything except its secret. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KeyJson(
    String id,
    String handle,
    String name,
    String environment,
    String maskedKey,
    String status,
    String state,
    List<String> permissions,
    CampaignAccessJson campaignAccess,
    List<String> allowedAddresses,
    @Nullable Limit rateLimit,
    @Nullable Instant notBefore,
    @Nullable Instant expiresAt,
    Instant createdAt,
    String createdBy,
    @Nullable Instant lastUsedAt,
    @Nullable String replaces,
    @Nullable String replacedBy,
    long version) {

  @Serdeable.Serializable(naming = SnakeCaseStrategy.class)
  record Limit(int requests, long windowSeconds) {

    static Limit of(RateLimit limit) {
      return new Limit(limit.requests(), limit.window().toSeconds());
    }
  }

  /** Returns the record of a key that is in this state at the time of the response. */
  public static KeyJson of(ApiKey key, KeyState state) {
    KeySettings settings = key.settings();
    return new KeyJson(
        PublicId.of(key.id()),
        KeyFormat.handle(key.id()),
        settings.name().value(),
        key.environment().label(),
        key.masked().value(),
        settings.status().name(),
        state.label(),
        settings.grant().permissions().stream().sorted().map(Permission::label).toList(),
        CampaignAccessJson.of(settings.grant().campaignAccess()),
        settings.allowedAddresses().stream().map(AddressRange::toString).toList(),
        settings.rateLimit().map(Limit::of).orElse(null),
        settings.period().notBefore().orElse(null),
        settings.period().expiresAt().orElse(null),
        key.createdAt(),
        ActorId.of(key.createdBy()),
        key.lastUsedAt().orElse(null),
        key.replaces().map(PublicId::of).orElse(null),
        key.replacedBy().map(PublicId::of).orElse(null),
        key.version());
  }
}
