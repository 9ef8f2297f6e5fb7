package dev.latchkey.adapters.persistence.key;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.persistence.jdbc.Json;
import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.Grant;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.rate.RateLimit;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The document in {@code api_key.terms}: the grant of a key, its allowed addresses and its rate limit. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record KeyTerms(
    List<String> permissions, List<RuleDocument> rules, List<String> addresses, @Nullable RateDocument rate) {

  /** @param window in ISO 8601 */
  @Serdeable
  record RateDocument(int requests, String window) {}

  public static KeyTerms from(KeySettings settings) {
    return new KeyTerms(
        settings.grant().permissions().stream().map(Permission::label).sorted().toList(),
        settings.grant().campaignAccess().rules().stream().map(RuleDocument::from).toList(),
        settings.allowedAddresses().stream().map(AddressRange::toString).toList(),
        settings.rateLimit().map(r -> new RateDocument(r.requests(), r.window().toString())).orElse(null));
  }

  public static KeyTerms fromJson(String json) {
    return Json.read(json, KeyTerms.class);
  }

  public String toJson() {
    return Json.write(this);
  }

  public Grant toGrant() {
    List<CampaignRule> access = rules.stream().map(RuleDocument::toRule).toList();
    return new Grant(
        permissions.stream().map(p -> Permission.labelled(p).orElseThrow()).collect(Collectors.toSet()),
        new CampaignAccess(access));
  }

  public List<AddressRange> toAddresses() {
    return addresses.stream().map(a -> AddressRange.of(a).orElseThrow()).toList();
  }

  public Optional<RateLimit> toRateLimit() {
    return Optional.ofNullable(rate).map(r -> new RateLimit(r.requests(), Duration.parse(r.window())));
  }
}
