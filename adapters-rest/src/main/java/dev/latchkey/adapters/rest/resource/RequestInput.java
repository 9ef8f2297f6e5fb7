package dev.latchkey.adapters.rest.resource;

import dev.latchkey.adapters.rest.input.Kind;
import dev.latchkey.adapters.rest.opaque.PublicId;
import dev.latchkey.domain.grant.Permission;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.key.AddressRange;
import java.net.InetAddress;

/** What is said of a request that is only supposed or that somebody else received. */
final class RequestInput {

  static final Kind<Permission> PERMISSION = Kind.oneOf(Permission.values(), Permission::label);

  /** Any text: one that is no id is judged like an id in a path that is nobody's. */
  static final Kind<CampaignId> CAMPAIGN = Kind.TEXT.map(text -> PublicId.campaign(text).orElse(CampaignId.NOBODYS));

  static final Kind<InetAddress> ADDRESS = Kind.TEXT.as(AddressRange::address, "invalid_address",
      "Must be an IP address, such as 192.0.2.7 or 2001:db8::7, without leading zeros or a zone.")
      .described("pattern", "^[0-9A-Fa-f:.]{2,45}$");

  private RequestInput() {}
}
