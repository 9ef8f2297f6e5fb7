package dev.latchkey.adapters.rest.opaque;

import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;

/**
 * An id as clients see it: the padded base64 of {@code Type:pk}. Taken back in standard or URL-safe base64, padded or
 * not, and as the bare {@code Type:pk}.
 */
public final class PublicId {

  private static final String OPERATOR = "operator";
  private static final String TENANT = "Tenant";
  private static final String KEY = "ApiKey";
  private static final String CAMPAIGN = "VoiceCampaign";
  private static final String LEAD = "VoiceCampaignLead";
  private static final String MEMBER = "Member";
  private static final String AUDIT_EVENT = "AuditEvent";

  private static final Set<String> TYPES = Set.of(TENANT, KEY, CAMPAIGN, LEAD, MEMBER, AUDIT_EVENT);

  private PublicId() {}

  public static String of(Id id) {
    byte[] content = new Labelled(type(id), id.value()).toString().getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder().encodeToString(content);
  }

  /** Who did something: the id of a key or a member, or the operator, who needs none. */
  public static String of(Actor actor) {
    return switch (actor) {
      case Actor.Operator() -> OPERATOR;
      case Actor.Holder(KeyId key) -> of(key);
      case Actor.Staff(MemberId member) -> of(member);
    };
  }

  /** Who did something, as {@link #of(Actor)} writes it. */
  public static Optional<Actor> actor(String text) {
    return text.equals(OPERATOR)
        ? Optional.of(new Actor.Operator())
        : key(text).<Actor>map(Actor.Holder::new).or(() -> member(text).map(Actor.Staff::new));
  }

  public static Optional<TenantId> tenant(String text) {
    return number(TENANT, text).map(TenantId::new);
  }

  public static Optional<KeyId> key(String text) {
    return number(KEY, text).map(KeyId::new);
  }

  public static Optional<CampaignId> campaign(String text) {
    return number(CAMPAIGN, text).map(CampaignId::new);
  }

  public static Optional<LeadId> lead(String text) {
    return number(LEAD, text).map(LeadId::new);
  }

  public static Optional<MemberId> member(String text) {
    return number(MEMBER, text).map(MemberId::new);
  }

  /** Reads the id of anything that an audit event can be about. */
  public static Optional<Id> any(String text) {
    return tenant(text).<Id>map(id -> id)
        .or(() -> key(text))
        .or(() -> member(text))
        .or(() -> campaign(text));
  }

  /** Whether both are spellings of one id. */
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
}
