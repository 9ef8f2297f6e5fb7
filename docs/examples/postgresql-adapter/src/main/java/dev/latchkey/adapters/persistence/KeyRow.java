package dev.latchkey.adapters.persistence;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
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
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** A key as a row. A rule of its campaign access is a text such as {@code DENY READ,WRITE NAMED 17,23}. */
final class KeyRow {

  private KeyRow() {}

  static Columns columns(ApiKey key) {
    KeySettings settings = key.settings();
    return new Columns()
        .with("id", key.id())
        .with("tenant_id", key.tenant())
        .with("environment", key.environment())
        .with("masked", key.masked().value())
        .with("pepper_version", key.seal().pepperVersion())
        .with("mac", key.seal().mac())
        .with("name", settings.name().value())
        .with("searched_name", settings.name().normalised())
        .with("status", settings.status())
        .with("permissions", settings.grant().permissions().stream().map(Permission::label).toArray(String[]::new))
        .with("rules", settings.grant().campaignAccess().rules().stream().map(KeyRow::text).toArray(String[]::new))
        .with("addresses", settings.allowedAddresses().stream().map(AddressRange::toString).toArray(String[]::new))
        .with("rate_requests", settings.rateLimit().map(RateLimit::requests))
        .with("rate_seconds", settings.rateLimit().map(limit -> limit.window().toSeconds()))
        .with("not_before", settings.period().notBefore())
        .with("expires_at", settings.period().expiresAt())
        .with("created_by", AuditText.of(key.createdBy()).value())
        .with("created_at", key.createdAt())
        .with("replaces", key.replaces())
        .with("replaced_by", key.replacedBy())
        .with("last_used_at", key.lastUsedAt())
        .with("version", key.version());
  }

  static ApiKey read(Row row) throws SQLException {
    return new ApiKey(
        new KeyId(row.number("id")),
        new TenantId(row.number("tenant_id")),
        row.word("environment", Environment.class),
        new MaskedKey(row.text("masked")),
        new Seal(row.text("pepper_version"), row.bytes("mac")),
        settings(row),
        new AuditText(row.text("created_by")).toActor(),
        row.moment("created_at"),
        row.perhaps("replaces", Long.class).map(KeyId::new),
        row.perhaps("replaced_by", Long.class).map(KeyId::new),
        row.perhapsMoment("last_used_at"),
        row.number("version"));
  }

  private static KeySettings settings(Row row) throws SQLException {
    Optional<Duration> window = row.perhaps("rate_seconds", Long.class).map(Duration::ofSeconds);
    Optional<Integer> requests = row.perhaps("rate_requests", Integer.class);
    return new KeySettings(
        new Name(row.text("name")),
        row.word("status", KeyStatus.class),
        new Grant(
            row.texts("permissions").stream().map(p -> Permission.labelled(p).orElseThrow())
                .collect(Collectors.toSet()),
            new CampaignAccess(row.texts("rules").stream().map(KeyRow::rule).toList())),
        row.texts("addresses").stream().map(a -> AddressRange.of(a).orElseThrow()).toList(),
        requests.map(count -> new RateLimit(count, window.orElseThrow())),
        new Period(row.perhapsMoment("not_before"), row.perhapsMoment("expires_at")));
  }

  private static String text(CampaignRule rule) {
    String actions = rule.actions().stream().map(Action::name).sorted().collect(Collectors.joining(","));
    return rule.effect() + " " + actions + switch (rule.campaigns()) {
      case CampaignSelector.All() -> " ALL";
      case CampaignSelector.OfType(CampaignType type) -> " OF_TYPE " + type;
      case CampaignSelector.Named(Set<CampaignId> named) ->
        " NAMED " + named.stream().map(id -> Long.toString(id.value())).sorted().collect(Collectors.joining(","));
    };
  }

  private static CampaignRule rule(String text) {
    List<String> words = List.of(text.split(" ", -1));
    Set<Action> actions = split(words.get(1)).stream().map(Action::valueOf).collect(Collectors.toSet());
    return new CampaignRule(Effect.valueOf(words.getFirst()), actions, switch (words.get(2)) {
      case "ALL" -> new CampaignSelector.All();
      case "OF_TYPE" -> new CampaignSelector.OfType(CampaignType.valueOf(words.get(3)));
      case "NAMED" -> new CampaignSelector.Named(
          split(words.get(3)).stream().map(id -> new CampaignId(Long.parseLong(id))).collect(Collectors.toSet()));
      default -> throw new IllegalStateException("Not a rule: " + text);
    });
  }

  private static List<String> split(String text) {
    return text.isEmpty() ? List.of() : Arrays.asList(text.split(",", -1));
  }
}
