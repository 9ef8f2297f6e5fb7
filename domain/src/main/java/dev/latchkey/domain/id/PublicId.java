package dev.latchkey.domain.id;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Formats and parses ids in their public form: the padded base64 of {@code Type:number}. Parsing also accepts URL-safe
 * and unpadded base64, and the bare {@code Type:number}. The form is part of the published API and never changes.
 */
public final class PublicId {

  private static final String TENANT = "Tenant";
  private static final String KEY = "ApiKey";
  private static final String CAMPAIGN = "VoiceCampaign";
  private static final String LEAD = "VoiceCampaignLead";
  private static final String MEMBER = "Member";
  private static final String AUDIT_EVENT = "AuditEvent";

  private static final Set<String> TYPES = Set.of(TENANT, KEY, CAMPAIGN, LEAD, MEMBER, AUDIT_EVENT);

  private PublicId() {}

  /** Formats an id. */
  public static String of(Id id) {
    byte[] content = (type(id) + ":" + id.value()).getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder().encodeToString(content);
  }

  /** Parses the id of a tenant; empty for any other text. */
  public static Optional<TenantId> tenant(String text) {
    return number(TENANT, text).map(TenantId::new);
  }

  /** Parses the id of an API key; empty for any other text. */
  public static Optional<KeyId> key(String text) {
    return number(KEY, text).map(KeyId::new);
  }

  /** Parses the id of a campaign; empty for any other text. */
  public static Optional<CampaignId> campaign(String text) {
    return number(CAMPAIGN, text).map(CampaignId::new);
  }

  /** Parses the id of a campaign; any other text is the id of no campaign. */
  public static CampaignId campaignOrUnknown(String text) {
    return campaign(text).orElse(CampaignId.UNKNOWN);
  }

  /** Parses the id of a lead; empty for any other text. */
  public static Optional<LeadId> lead(String text) {
    return number(LEAD, text).map(LeadId::new);
  }

  /** Parses the id of a member; empty for any other text. */
  public static Optional<MemberId> member(String text) {
    return number(MEMBER, text).map(MemberId::new);
  }

  /** Parses the id of anything that can be the subject of an audit event. */
  public static Optional<Id> any(String text) {
    return tenant(text).<Id>map(id -> id)
        .or(() -> key(text))
        .or(() -> member(text))
        .or(() -> campaign(text));
  }

  /** Whether both texts represent the same id. */
  public static boolean isSame(String one, String other) {
    Optional<Labelled> known = labelled(one).filter(id -> TYPES.contains(id.label()));
    return known.isPresent() && known.equals(labelled(other));
  }

  private static String type(Id id) {
    return switch (id) {
      case TenantId _ -> TENANT;
      case KeyId _ -> KEY;
      case CampaignId _ -> CAMPAIGN;
      case LeadId _ -> LEAD;
      case MemberId _ -> MEMBER;
      case AuditEventId _ -> AUDIT_EVENT;
    };
  }

  private static Optional<Long> number(String type, String text) {
    return labelled(text)
        .filter(labelled -> labelled.label().equals(type))
        .map(Labelled::number);
  }

  private static Optional<Labelled> labelled(String text) {
    return Labelled.of(text).or(() -> decoded(text).flatMap(Labelled::of));
  }

  private static Optional<String> decoded(String text) {
    try {
      byte[] content = Base64.getUrlDecoder().decode(text.replace('+', '-').replace('/', '_'));
      return Optional.of(new String(content, StandardCharsets.US_ASCII));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private record Labelled(String label, long number) {

    private static final Pattern SPELLING = Pattern.compile("([A-Za-z]{1,32}):([1-9][0-9]{0,18})");

    static Optional<Labelled> of(String text) {
      Matcher parts = SPELLING.matcher(text);
      if (!parts.matches()) {
        return Optional.empty();
      }
      try {
        return Optional.of(new Labelled(parts.group(1), Long.parseLong(parts.group(2))));
      } catch (NumberFormatException over64Bits) {
        return Optional.empty();
      }
    }
  }
}
