package dev.latchkey.adapters.dashboard.view;

import dev.latchkey.domain.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One tenant's dashboard in one language, and the URLs in it. */
public record Place(Language language, TenantId tenant) {

  private static final Pattern API_ID = Pattern.compile("Tenant:([1-9][0-9]{0,18})");

  /** Reads the start of a URL; empty where no dashboard can be there. */
  public static Optional<Place> of(String language, String tenant) {
    return Language.tagged(language).flatMap(known -> tenantId(tenant).map(id -> new Place(known, id)));
  }

  /** The tenant's id as the API writes it. */
  public String apiId() {
    return Base64.getEncoder().encodeToString(("Tenant:" + tenant.value()).getBytes(StandardCharsets.US_ASCII));
  }

  public String home() {
    return "/" + language.tag() + "/" + apiId();
  }

  public String signIn() {
    return home() + "/sign-in";
  }

  public String signOut() {
    return home() + "/sign-out";
  }

  public String apiKeys() {
    return home() + "/settings/api-keys";
  }

  public Place in(Language other) {
    return new Place(other, tenant);
  }

  private static Optional<TenantId> tenantId(String text) {
    Matcher id = API_ID.matcher(text.indexOf(':') < 0 ? decoded(text) : text);
    try {
      return id.matches() ? Optional.of(new TenantId(Long.parseLong(id.group(1)))) : Optional.empty();
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static String decoded(String base64) {
    try {
      byte[] bytes = Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
