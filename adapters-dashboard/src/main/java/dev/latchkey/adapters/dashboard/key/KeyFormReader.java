package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.Form;
import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.FormMoment;
import dev.latchkey.adapters.dashboard.frame.Language;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.NameFault;
import dev.latchkey.domain.NameReading;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeyChange;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.key.Period;
import dev.latchkey.domain.key.format.Environment;
import dev.latchkey.domain.rate.RateLimit;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Decodes a key's form and collects all field errors by field name. */
final class KeyFormReader {

  private static final Pattern LINES = Pattern.compile("\\R");

  private final KeyFields fields;
  private final FormErrors faults;

  KeyFormReader(Form form, Language language) {
    this.fields = new KeyFields(
        form.field("name").orElse(""),
        form.text("environment"),
        Set.copyOf(form.all("permissions")),
        form.text("access"),
        Set.copyOf(form.all("campaigns")),
        form.text("rules"),
        form.text("not_before"),
        form.text("expires_at"),
        form.text("addresses"),
        form.text("requests"),
        form.text("window"));
    this.faults = new FormErrors(language);
  }

  /** Returns the fields as typed. */
  KeyFields fields() {
    return fields;
  }

  /** Returns the field errors; complete after decoding. */
  FormErrors faults() {
    return faults;
  }

  /** Decodes the environment of a new key; empty where it is invalid. */
  Optional<Environment> environment() {
    return faults.require("environment", Environment.labelled(fields.environment()), "fault.environment");
  }

  /** Decodes the other settings of a new key; empty where a field is invalid. */
  Optional<KeySettings> settings() {
    return settings(Name.read(fields.name()), false);
  }

  /**
   * Decodes the settings.
   *
   * @param periodKept whether the period is unchanged, so that it is not validated again
   */
  private Optional<KeySettings> settings(NameReading reading, boolean periodKept) {
    Optional<Name> name = name(reading);
    Optional<Set<Permission>> permissions = each(List.copyOf(fields.permissions()), Permission::labelled)
        .map(Set::copyOf);
    faults.require("permissions", permissions, "fault.permissions");
    Optional<CampaignAccess> access = access();
    Optional<List<AddressRange>> addresses = lines("addresses", fields.addresses(), AddressRange::exactly,
        "fault.addresses", KeySettings.MOST_ADDRESSES);
    Optional<Optional<RateLimit>> rateLimit = faults.require("rate", rateLimit(), "fault.rate");
    Optional<Optional<Instant>> notBefore = faults.require("not_before", FormMoment.read(fields.notBefore()),
        "fault.moment");
    Optional<Optional<Instant>> expiresAt = faults.require("expires_at", FormMoment.read(fields.expiresAt()),
        "fault.moment");
    Period period = new Period(notBefore.orElse(Optional.empty()), expiresAt.orElse(Optional.empty()));
    if (!periodKept && !period.holdsAMoment()) {
      faults.add("expires_at", "fault.not_after_start");
    }
    return faults.any()
        ? Optional.empty()
        : Optional.of(new KeySettings(
            name.orElseThrow(),
            KeyStatus.ACTIVE,
            new Grant(permissions.orElseThrow(), access.orElseThrow()),
            addresses.orElseThrow(),
            rateLimit.orElseThrow(),
            period));
  }

  /** Decodes the change from the key to the typed values; unchanged fields are kept. Empty where a field is invalid. */
  Optional<KeyChange> change(ApiKey key) {
    KeyFields was = KeyFields.of(key);
    boolean periodKept = was.notBefore().equals(fields.notBefore()) && was.expiresAt().equals(fields.expiresAt());
    NameReading name = Name.read(fields.name(), key.settings().name());
    return settings(name, periodKept).map(typed -> new KeyChange(
        edit(was.name().equals(fields.name()), typed.name()),
        FieldUpdate.keep(),
        edit(was.permissions().equals(fields.permissions()), typed.grant().permissions()),
        edit(key.settings().grant().campaignAccess().equals(typed.grant().campaignAccess()),
            typed.grant().campaignAccess()),
        edit(key.settings().allowedAddresses().equals(typed.allowedAddresses()), typed.allowedAddresses()),
        edit(key.settings().rateLimit().equals(typed.rateLimit()), typed.rateLimit()),
        // The form shows minutes, but seconds are stored: an unchanged field keeps the stored time.
        edit(was.notBefore().equals(fields.notBefore()), typed.period().notBefore()),
        edit(was.expiresAt().equals(fields.expiresAt()), typed.period().expiresAt())));
  }

  private Optional<Name> name(NameReading reading) {
    return switch (reading) {
      case Name name -> Optional.of(name);
      case NameFault fault ->
        faults.require("name", Optional.empty(), "fault.name." + Language.key(fault));
    };
  }

  private Optional<CampaignAccess> access() {
    Optional<KeyFields.Access> kind = Arrays.stream(KeyFields.Access.values()).filter(fields::gives).findFirst();
    if (kind.isEmpty()) {
      return faults.require("access", Optional.empty(), "fault.access");
    }
    return switch (kind.get()) {
      case ALL -> Optional.of(CampaignAccess.EVERYWHERE);
      case SELECTED -> faults.require(
          "campaigns",
          each(List.copyOf(fields.campaigns()), PublicId::campaign).filter(chosen -> !chosen.isEmpty())
              .filter(chosen -> chosen.size() <= CampaignSelector.Named.MOST)
              .map(chosen -> KeyFields.selecting(Set.copyOf(chosen))),
          "fault.campaigns");
      case CUSTOM -> lines("rules", fields.rules(), RuleLines::read, "fault.rules", CampaignAccess.MOST_RULES)
          .map(CampaignAccess::new);
    };
  }

  private Optional<Optional<RateLimit>> rateLimit() {
    if (fields.requests().isEmpty() && fields.window().isEmpty()) {
      return Optional.of(Optional.empty());
    }
    try {
      int requests = Integer.parseInt(fields.requests());
      Duration window = Duration.ofSeconds(Integer.parseInt(fields.window()));
      return Optional.of(Optional.of(new RateLimit(requests, window)));
    } catch (IllegalArgumentException notALimit) {
      return Optional.empty();
    }
  }

  private <T> Optional<List<T>> lines(
      String field, String text, Function<String, Optional<T>> read, String fault, int most) {
    List<String> lines = LINES.splitAsStream(text).map(String::strip).filter(line -> !line.isEmpty()).toList();
    if (lines.size() > most) {
      faults.add(field, "fault.lines", most);
      return Optional.empty();
    }
    lines.stream().filter(line -> read.apply(line).isEmpty()).findFirst()
        .ifPresent(line -> faults.add(field, fault, line));
    return each(lines, read);
  }

  private static <T> Optional<List<T>> each(List<String> texts, Function<String, Optional<T>> read) {
    List<T> all = texts.stream().map(read).flatMap(Optional::stream).toList();
    return all.size() == texts.size() ? Optional.of(all) : Optional.empty();
  }

  private static <T> FieldUpdate<T> edit(boolean same, T value) {
    return same ? FieldUpdate.keep() : FieldUpdate.to(value);
  }
}
