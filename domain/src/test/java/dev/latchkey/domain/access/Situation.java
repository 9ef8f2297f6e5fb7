package dev.latchkey.domain.access;

import dev.latchkey.domain.campaign.Campaign;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.refusal.TenantClaim;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A request on one campaign, with everything that could be right or wrong about it. */
final class Situation {

  static final String GRANTED = "granted";

  final Scene scene = new Scene();
  Permission entering = Permission.LEADS_READ;
  TenantClaim claim = new TenantClaim.Absent();
  CampaignId campaign = new CampaignId(1);
  Optional<Campaign> found = Optional.empty();

  /** What one step of the decision looks at, and with which codes it refuses. */
  record Aspect(List<String> codes, BiConsumer<Situation, Situation> copy) {}

  /** In the order of the contract's table, steps 4 to 13. */
  static final List<Aspect> ASPECTS = List.of(
      new Aspect(List.of("key_invalid"), (from, to) -> {
        to.scene.known = from.scene.known;
        to.scene.presented = from.scene.presented;
        to.scene.storedEnvironment = from.scene.storedEnvironment;
      }),
      new Aspect(List.of("key_disabled"), (from, to) -> to.scene.status = from.scene.status),
      new Aspect(List.of("key_expired", "key_not_yet_valid"), (from, to) -> to.scene.period = from.scene.period),
      new Aspect(List.of("tenant_suspended"), (from, to) -> to.scene.standing = from.scene.standing),
      new Aspect(List.of("address_not_allowed"), (from, to) -> {
        to.scene.allowedAddresses = from.scene.allowedAddresses;
        to.scene.address = from.scene.address;
      }),
      new Aspect(List.of("rate_limited"), (from, to) -> {
        to.scene.rateLimit = from.scene.rateLimit;
        to.scene.rate = from.scene.rate;
      }),
      new Aspect(List.of("permission_missing"), (from, to) -> {
        to.scene.permissions = from.scene.permissions;
        to.scene.needed = from.scene.needed;
        to.entering = from.entering;
      }),
      new Aspect(List.of("tenant_id_missing", "tenant_mismatch"), (from, to) -> to.claim = from.claim),
      // A rule may be about the campaign's type, so what is found under the id belongs to this step too.
      new Aspect(List.of("campaign_access_denied", "campaign_not_found"), (from, to) -> {
        to.scene.access = from.scene.access;
        to.campaign = from.campaign;
        to.found = from.found;
      }));

  Optional<Refusal> decide() {
    return switch (scene.check()) {
      case Refusal refusal -> Optional.of(refusal);
      case Caller caller -> switch (entry(caller)) {
        case Refusal refusal -> Optional.of(refusal);
        case CampaignScope _ -> Optional.empty();
      };
    };
  }

  CampaignEntry entry(Caller caller) {
    return AccessPolicy.enter(caller, new CampaignLookup(campaign, found), entering, claim);
  }

  String code() {
    return decide().map(Refusal::code).orElse(GRANTED);
  }

  boolean isGranted() {
    return decide().isEmpty();
  }

  /** What the key's tenant itself has under the campaign's id. */
  Optional<Campaign> ours() {
    return found.filter(there -> there.tenant().equals(Scene.TENANT) && there.id().equals(campaign));
  }

  /** The same situation up to the step that refuses with the code, and the other one from there on. */
  Situation followedBy(Situation other, String code) {
    Situation mixed = new Situation();
    boolean reached = false;
    for (Aspect aspect : ASPECTS) {
      aspect.copy().accept(reached ? other : this, mixed);
      reached |= aspect.codes().contains(code);
    }
    return mixed;
  }

  @Override
  public String toString() {
    return "credential " + scene.credential() + ", known " + scene.known + ", presented " + scene.presented + ", from "
        + scene.address + ", rate " + scene.rate + ", needed " + scene.needed + ", entering " + campaign + " for "
        + entering + " as of " + claim + " and finding " + found;
  }
}
