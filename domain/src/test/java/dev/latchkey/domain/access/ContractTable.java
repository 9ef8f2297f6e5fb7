package dev.latchkey.domain.access;

import dev.latchkey.domain.address.AddressRange;
import dev.latchkey.domain.campaign.CampaignType;
import dev.latchkey.domain.grant.NaiveRules;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.key.KeyStatus;
import dev.latchkey.domain.rate.RateVerdict;
import dev.latchkey.domain.refusal.TenantClaim;
import dev.latchkey.domain.tenant.TenantStatus;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The contract's decision table once more, line by line and without any of the domain's own code, steps 4 to 13. */
final class ContractTable {

  private ContractTable() {}

  /** One line: whether it refuses the situation, and with which code. */
  private record Line(boolean refuses, String code) {}

  static String decide(Situation it) {
    return lines(it).stream().filter(Line::refuses).map(Line::code).findFirst().orElse(Situation.GRANTED);
  }

  private static List<Line> lines(Situation it) {
    Scene scene = it.scene;
    Optional<Instant> begins = scene.period.notBefore();
    Optional<Instant> ends = scene.period.expiresAt();
    return List.of(
        new Line(!isProven(scene), "key_invalid"),
        new Line(scene.status == KeyStatus.DISABLED, "key_disabled"),
        new Line(begins.isPresent() && begins.get().compareTo(Scene.NOW) > 0, "key_not_yet_valid"),
        new Line(ends.isPresent() && ends.get().compareTo(Scene.NOW) <= 0, "key_expired"),
        new Line(scene.standing == TenantStatus.SUSPENDED, "tenant_suspended"),
        new Line(!scene.allowedAddresses.isEmpty() && !isAllowed(scene), "address_not_allowed"),
        new Line(scene.rateLimit.isPresent() && scene.rate instanceof RateVerdict.Exceeded, "rate_limited"),
        new Line(scene.needed.isPresent() && !has(scene, scene.needed.get()), "permission_missing"),
        new Line(!has(scene, it.entering), "permission_missing"),
        new Line(it.claim instanceof TenantClaim.Omitted, "tenant_id_missing"),
        new Line(isAnotherTenant(it.claim), "tenant_mismatch"),
        new Line(!isInReach(it), "campaign_access_denied"),
        new Line(!isThere(it), "campaign_not_found"));
  }

  private static boolean isProven(Scene scene) {
    return scene.known
        && scene.presented.id().value() == scene.plain.id().value()
        && scene.presented.reveal().startsWith("lk_" + scene.storedEnvironment.label() + "_")
        && new String(scene.presented.secret().reveal(), StandardCharsets.US_ASCII)
            .equals(new String(scene.plain.secret().reveal(), StandardCharsets.US_ASCII));
  }

  private static boolean isAllowed(Scene scene) {
    return scene.address.isPresent()
        && scene.allowedAddresses.stream().anyMatch(range -> isIn(range, scene.address.get()));
  }

  private static boolean isIn(AddressRange range, InetAddress address) {
    byte[] network = range.network().getAddress();
    int open = network.length * 8 - range.prefixLength();
    return network.length == address.getAddress().length
        && new BigInteger(1, network).shiftRight(open).equals(new BigInteger(1, address.getAddress()).shiftRight(open));
  }

  private static boolean has(Scene scene, Permission permission) {
    return scene.permissions.stream().anyMatch(held -> held == permission);
  }

  private static boolean isAnotherTenant(TenantClaim claim) {
    return claim instanceof TenantClaim.Unreadable
        || claim instanceof TenantClaim.Named named && named.tenant().value() != Scene.TENANT.value();
  }

  private static boolean isInReach(Situation it) {
    Optional<CampaignType> type = isThere(it) ? it.found.map(campaign -> campaign.plan().type()) : Optional.empty();
    return NaiveRules.allow(it.scene.access.rules(), it.entering.action(), it.campaign, type);
  }

  private static boolean isThere(Situation it) {
    return it.found.isPresent() && it.found.get().tenant().value() == Scene.TENANT.value();
  }
}
