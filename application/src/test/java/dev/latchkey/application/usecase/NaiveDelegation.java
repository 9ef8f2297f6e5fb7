package dev.latchkey.application.usecase;

import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.KeySettings;
import dev.latchkey.domain.key.format.Environment;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The delegation limits once more, word by word from the contract and without any of the domain's own code: what a key may
 * do is tried out, permission by permission, campaign by campaign, address by address and moment by moment.
 */
final class NaiveDelegation {

  /** Campaigns and addresses that the generated keys name, and one more of each that they do not. */
  static final int CAMPAIGNS = 4;
  static final int ADDRESSES = 16;

  private static final List<String> ENVIRONMENTS = List.of("live", "staging", "dev");

  private NaiveDelegation() {}

  /** The dimensions, by the contract's names, in which a key would be wider than its maker. */
  static Set<String> wider(ApiKey maker, Environment environment, KeySettings made, Instant now) {
    KeySettings own = maker.settings();
    Set<String> wider = new TreeSet<>();
    if (!permissions(own).containsAll(permissions(made))) {
      wider.add("permissions");
    }
    if (!campaignActions(own).containsAll(campaignActions(made))) {
      wider.add("campaign access");
    }
    if (!addresses(own).containsAll(addresses(made))) {
      wider.add("addresses");
    }
    if (outlives(own, made, now)) {
      wider.add("validity period");
    }
    if (ENVIRONMENTS.indexOf(environment.label()) < ENVIRONMENTS.indexOf(maker.environment().label())) {
      wider.add("environment");
    }
    if (isFaster(own, made)) {
      wider.add("rate limit");
    }
    return wider;
  }

  /** "The switch, then the period." */
  static boolean isInForce(ApiKey key, Instant now) {
    KeySettings settings = key.settings();
    return settings.status().name().equals("ACTIVE") && isValidAt(settings, now);
  }

  static Set<String> permissions(KeySettings settings) {
    return settings.grant().permissions().stream().map(Enum::name).collect(Collectors.toSet());
  }

  private static Set<String> campaignActions(KeySettings settings) {
    List<CampaignRule> rules = settings.grant().campaignAccess().rules();
    Set<String> allowed = new TreeSet<>();
    for (String action : List.of("READ", "WRITE")) {
      for (String type : List.of("INBOUND", "OUTBOUND")) {
        for (long campaign = 1; campaign <= CAMPAIGNS + 1; campaign++) {
          boolean allows = false;
          boolean denies = false;
          for (CampaignRule rule : rules) {
            if (isAbout(rule, action, campaign, type)) {
              allows |= rule.effect().name().equals("ALLOW");
              denies |= rule.effect().name().equals("DENY");
            }
          }
          if (allows && !denies) {
            allowed.add(action + " " + type + " " + campaign);
          }
        }
      }
    }
    return allowed;
  }

  private static boolean isAbout(CampaignRule rule, String action, long campaign, String type) {
    boolean among = switch (rule.campaigns()) {
      case CampaignSelector.All _ -> true;
      case CampaignSelector.Named named -> named.campaigns().stream().anyMatch(id -> id.value() == campaign);
      case CampaignSelector.OfType ofType -> ofType.type().name().equals(type);
    };
    return among && rule.actions().stream().anyMatch(named -> named.name().equals(action));
  }

  /** Ranges are of 10.0.0.0/28; one number more stands for every address outside of it. */
  private static Set<Integer> addresses(KeySettings settings) {
    Set<Integer> allowed = new TreeSet<>();
    for (int address = 0; address <= ADDRESSES; address++) {
      if (settings.allowedAddresses().isEmpty() || isAmong(settings.allowedAddresses(), address)) {
        allowed.add(address);
      }
    }
    return allowed;
  }

  private static boolean isAmong(List<AddressRange> ranges, int address) {
    return ranges.stream().map(AddressRange::toString).anyMatch(range -> {
      String[] parts = range.split("[./]");
      int first = Integer.parseInt(parts[3]);
      int size = 1 << 32 - Integer.parseInt(parts[4]);
      return address < ADDRESSES && address >= first && address < first + size;
    });
  }

  /** Looks at every moment from now on at which anything begins or ends, at the moments around them, and far ahead. */
  private static boolean outlives(KeySettings own, KeySettings made, Instant now) {
    return IntStream.of(-1, 0, 1)
        .boxed()
        .flatMap(
            shift -> List.of(
                Optional.of(now), Optional.of(now.plusSeconds(1_000_000_000)), own.period().notBefore(),
                own.period().expiresAt(), made.period().notBefore(), made.period().expiresAt())
                .stream()
                .flatMap(Optional::stream)
                .map(moment -> moment.plusNanos(1_000L * shift)))
        .filter(moment -> !moment.isBefore(now))
        .anyMatch(moment -> isValidAt(made, moment) && !isValidAt(own, moment));
  }

  private static boolean isValidAt(KeySettings settings, Instant moment) {
    Optional<Instant> start = settings.period().notBefore();
    Optional<Instant> end = settings.period().expiresAt();
    return (start.isEmpty() || start.get().compareTo(moment) <= 0)
        && (end.isEmpty() || end.get().compareTo(moment) > 0);
  }

  /** "No more requests and no higher rate than its own." */
  private static boolean isFaster(KeySettings own, KeySettings made) {
    if (own.rateLimit().isEmpty()) {
      return false;
    }
    if (made.rateLimit().isEmpty()) {
      return true;
    }
    BigInteger ownRequests = BigInteger.valueOf(own.rateLimit().get().requests());
    BigInteger madeRequests = BigInteger.valueOf(made.rateLimit().get().requests());
    BigInteger ownSeconds = BigInteger.valueOf(own.rateLimit().get().window().toSeconds());
    BigInteger madeSeconds = BigInteger.valueOf(made.rateLimit().get().window().toSeconds());
    return madeRequests.compareTo(ownRequests) > 0
        || madeRequests.multiply(ownSeconds).compareTo(ownRequests.multiply(madeSeconds)) > 0;
  }
}
