package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.Action;
import dev.latchkey.domain.grant.CampaignAccess;
import dev.latchkey.domain.grant.CampaignRule;
import dev.latchkey.domain.grant.CampaignSelector;
import dev.latchkey.domain.grant.Effect;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.PublicId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads and writes rules of campaign access as text, one per line: {@code allow read, write on all},
 * {@code deny write on outbound}, or {@code allow read on} and campaign ids.
 */
public final class RuleLines {

  private static final Pattern RULE = Pattern.compile("(\\w+)\\s+([\\w\\s,]+?)\\s+on\\s+(\\S.*)");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final String ALL = "all";

  private RuleLines() {}

  public static String of(CampaignAccess access) {
    return access.rules().stream().map(RuleLines::line).collect(Collectors.joining("\n"));
  }

  /** Parses one line; empty where it is not a rule. */
  public static Optional<CampaignRule> read(String line) {
    Matcher parts = RULE.matcher(line.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    return constant(Effect.values(), parts.group(1)).flatMap(
        effect -> each(parts.group(2), action -> constant(Action.values(), action)).flatMap(
            actions -> selector(parts.group(3)).map(campaigns -> new CampaignRule(effect, actions, campaigns))));
  }

  private static String line(CampaignRule rule) {
    String actions = rule.actions().stream().sorted().map(RuleLines::word).collect(Collectors.joining(", "));
    return word(rule.effect()) + " " + actions + " on " + campaigns(rule.campaigns());
  }

  private static String campaigns(CampaignSelector selector) {
    return switch (selector) {
      case CampaignSelector.All() -> ALL;
      case CampaignSelector.OfType(CampaignType type) -> word(type);
      case CampaignSelector.Named(Set<CampaignId> campaigns) ->
        campaigns.stream().map(PublicId::of).sorted().collect(Collectors.joining(", "));
    };
  }

  private static Optional<CampaignSelector> selector(String text) {
    if (text.equalsIgnoreCase(ALL)) {
      return Optional.of(new CampaignSelector.All());
    }
    return constant(CampaignType.values(), text).<CampaignSelector>map(CampaignSelector.OfType::new)
        .or(() -> each(text, PublicId::campaign)
            .filter(named -> named.size() <= CampaignSelector.Named.MOST)
            .map(CampaignSelector.Named::new));
  }

  private static <T> Optional<Set<T>> each(String list, Function<String, Optional<T>> read) {
    List<Optional<T>> items = Arrays.stream(COMMA.split(list.strip())).map(read).toList();
    return items.stream().allMatch(Optional::isPresent)
        ? Optional.of(items.stream().flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet()))
        : Optional.empty();
  }

  private static <E extends Enum<E>> Optional<E> constant(E[] constants, String word) {
    return Arrays.stream(constants).filter(constant -> word(constant).equals(word.toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
