package dev.latchkey.adapters.commandline;

import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.PublicId;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What somebody asks by the arguments. */
sealed interface Asked {

  /** What is to be done, and where. */
  record Target(CampaignId campaign, Permission permission) {}

  record Rightly(Optional<Permission> permission, Optional<Target> target, Optional<InetAddress> address)
      implements
        Asked {}

  record Wrongly(String why) implements Asked {}

  String PERMISSION = "--permission";
  String CAMPAIGN = "--campaign";
  String ADDRESS = "--address";

  static Asked read(List<String> arguments) {
    Map<String, String> given = new HashMap<>();
    for (int i = 0; i < arguments.size(); i += 2) {
      String name = arguments.get(i);
      if (!List.of(PERMISSION, CAMPAIGN, ADDRESS).contains(name)) {
        return new Wrongly(name.startsWith("lk_") ? "A key is no argument." : "There is no option \"" + name + "\".");
      }
      if (i + 1 == arguments.size() || given.put(name, arguments.get(i + 1)) != null) {
        return new Wrongly(name + " takes one value, once.");
      }
    }
    return read(given);
  }

  private static Asked read(Map<String, String> given) {
    Optional<Permission> permission = Optional.ofNullable(given.get(PERMISSION)).flatMap(Permission::labelled);
    Optional<CampaignId> campaign = Optional.ofNullable(given.get(CAMPAIGN)).flatMap(PublicId::campaign);
    Optional<InetAddress> address = Optional.ofNullable(given.get(ADDRESS)).flatMap(AddressRange::address);
    if (given.containsKey(PERMISSION) && permission.isEmpty()) {
      return new Wrongly(PERMISSION + " is one of " + labels() + ".");
    }
    if (given.containsKey(CAMPAIGN) && (campaign.isEmpty() || permission.isEmpty())) {
      return new Wrongly(CAMPAIGN + " takes the id of a campaign as the API tells it, and needs " + PERMISSION + ".");
    }
    if (given.containsKey(ADDRESS) && address.isEmpty()) {
      return new Wrongly(ADDRESS + " is an IPv4 or IPv6 address.");
    }
    return new Rightly(permission, campaign.map(id -> new Target(id, permission.orElseThrow())), address);
  }

  private static String labels() {
    return Arrays.stream(Permission.values()).map(Permission::label).collect(Collectors.joining(", "));
  }
}
