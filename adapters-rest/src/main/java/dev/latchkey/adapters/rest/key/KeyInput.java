package dev.latchkey.adapters.rest.key;

import dev.latchkey.adapters.rest.field.ActorId;
import dev.latchkey.adapters.rest.field.NameInput;
import dev.latchkey.adapters.rest.field.PageInput;
import dev.latchkey.adapters.rest.field.UpdateReader;
import dev.latchkey.adapters.rest.field.Violations;
import dev.latchkey.adapters.rest.kit.input.FieldDecoder;
import dev.latchkey.adapters.rest.kit.input.JsonObjectReader;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeyFilter;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyState;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.Rotation;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Decoder of keys. */
final class KeyInput {

  private static final int LONGEST_WINDOW = (int) RateLimit.LONGEST_WINDOW.toSeconds();
  private static final int LONGEST_OVERLAP = (int) Rotation.LONGEST_OVERLAP.toSeconds();

  private static final FieldDecoder<KeyStatus> STATUS = FieldDecoder.oneOf(KeyStatus.values(), Enum::name);

  private static final FieldDecoder<KeyState> STATE = FieldDecoder.oneOf(KeyState.values(), KeyState::label);

  private static final FieldDecoder<Actor> CREATOR = FieldDecoder.TEXT.as(ActorId::read, "invalid_id",
      "Must be the id of a key or of a member, or operator.");

  private static final FieldDecoder<Environment> ENVIRONMENT = FieldDecoder.oneOf(Environment.values(),
      Environment::label);

  private static final FieldDecoder<Set<Permission>> PERMISSIONS = FieldDecoder
      .list(FieldDecoder.oneOf(Permission.values(), Permission::label), 0, Permission.values().length)
      .map(Set::copyOf);

  private static final FieldDecoder<List<AddressRange>> ADDRESSES = FieldDecoder.list(
      FieldDecoder.TEXT.as(AddressRange::exactly, "invalid_address",
          "Must be an IP address or a range such as 192.0.2.0/24, without leading zeros, a zone or bits after the prefix.")
          .described("pattern", "^[0-9A-Fa-f:.]{2,45}(/[0-9]{1,3})?$"),
      0,
      KeySettings.MOST_ADDRESSES)
      .map(ranges -> ranges.stream().distinct().toList());

  private static final FieldDecoder<RateLimit> RATE_LIMIT = FieldDecoder.object(KeyInput::readRateLimit)
      .named("RateLimitInput");

  private KeyInput() {}

  /**
   * A key to create.
   *
   * @param environment empty: that of the acting key, else {@code live}
   */
  record Draft(Optional<Environment> environment, KeySettings settings) {}

  /** Filter and page of a list of keys. */
  record Listed(KeyFilter filter, PageRequest page) {}

  static Optional<Draft> readDraft(JsonObjectReader key) {
    Optional<Name> name = key.required("name", NameInput.NEW);
    Optional<Environment> environment = key.optional("environment", ENVIRONMENT);
    Optional<Set<Permission>> permissions = key.optional("permissions", PERMISSIONS);
    Optional<CampaignAccess> access = key.optional("campaign_access", CampaignAccessJson.KIND);
    Optional<List<AddressRange>> addresses = key.optional("allowed_addresses", ADDRESSES);
    Optional<RateLimit> rateLimit = key.optional("rate_limit", RATE_LIMIT);
    Optional<Instant> notBefore = key.optional("not_before", FieldDecoder.MOMENT);
    Optional<Instant> expiresAt = key.optional("expires_at", FieldDecoder.MOMENT);
    KeySettings settings = new KeySettings(
        // Placeholder for a missing name, so that the rest is validated too.
        name.orElse(new Name("?")),
        KeyStatus.ACTIVE,
        new Grant(permissions.orElse(Permission.BY_DEFAULT), access.orElse(CampaignAccess.EVERYWHERE)),
        addresses.orElse(List.of()),
        rateLimit,
        new Period(notBefore, expiresAt));
    Violations.note(key, settings.faults());
    return key.build(() -> new Draft(environment, settings));
  }

  /** Reads a change and validates the resulting settings. */
  static Optional<KeyChange> readChange(JsonObjectReader key, KeySettings current) {
    UpdateReader update = new UpdateReader(key);
    KeyChange change = new KeyChange(
        update.settable("name", NameInput.replacing(current.name())),
        update.settable("status", STATUS),
        update.settable("permissions", PERMISSIONS),
        update.settable("campaign_access", CampaignAccessJson.KIND),
        update.clearable("allowed_addresses", ADDRESSES).map(ranges -> kept(ranges.orElse(List.of()), current)),
        update.clearable("rate_limit", RATE_LIMIT),
        update.clearable("not_before", FieldDecoder.MOMENT),
        update.clearable("expires_at", FieldDecoder.MOMENT));
    Violations.note(key, change.of(current).faultsAfter(current));
    return key.build(() -> change);
  }

  /** Returns the stored list if the same ranges are sent in another order, which has no meaning. */
  private static List<AddressRange> kept(List<AddressRange> sent, KeySettings current) {
    return Set.copyOf(sent).equals(Set.copyOf(current.allowedAddresses())) ? current.allowedAddresses() : sent;
  }

  /** Reads a rotation. The overlap is required: without one, the old key would end at once. */
  static Optional<Rotation> readRotation(JsonObjectReader rotation) {
    Optional<Integer> seconds = rotation.required("overlap_seconds", FieldDecoder.integer(0, LONGEST_OVERLAP));
    Optional<Instant> expiresAt = rotation.optional("expires_at", FieldDecoder.MOMENT);
    return rotation.build(() -> new Rotation(Duration.ofSeconds(seconds.orElseThrow()), expiresAt));
  }

  static Optional<Listed> readList(JsonObjectReader query) {
    Optional<KeyStatus> status = query.optional("status", STATUS);
    Optional<KeyState> state = query.optional("state", STATE);
    Optional<Environment> environment = query.optional("environment", ENVIRONMENT);
    Optional<String> text = query.optional("q", FieldDecoder.text(0, Name.LONGEST)).filter(part -> !part.isEmpty());
    Optional<Actor> createdBy = query.optional("created_by", CREATOR);
    Optional<Instant> expiresBefore = query.optional("expires_before", FieldDecoder.MOMENT);
    Optional<Instant> unusedSince = query.optional("unused_since", FieldDecoder.MOMENT);
    Optional<PageRequest> page = PageInput.read(query);
    return query.build(
        () -> new Listed(
            new KeyFilter(status, state, environment, text, createdBy, expiresBefore, unusedSince),
            page.orElseThrow()));
  }

  private static Optional<RateLimit> readRateLimit(JsonObjectReader limit) {
    Optional<Integer> requests = limit.required("requests", FieldDecoder.integer(1, Integer.MAX_VALUE));
    Optional<Integer> seconds = limit.required("window_seconds", FieldDecoder.integer(1, LONGEST_WINDOW));
    return limit.build(() -> new RateLimit(requests.orElseThrow(), Duration.ofSeconds(seconds.orElseThrow())));
  }
}
