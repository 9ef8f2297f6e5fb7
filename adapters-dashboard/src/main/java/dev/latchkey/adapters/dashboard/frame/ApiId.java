package dev.latchkey.adapters.dashboard.frame;

import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An id as the API writes it: the base64 of {@code Type:number}. Taken back also unpadded, URL-safe and decoded. */
public final class ApiId {

  private static final String TENANT = "Tenant";
  private static final String KEY = "ApiKey";
  private static final String CAMPAIGN = "VoiceCampaign";

  private static final Pattern SPELLING = Pattern.compile("([A-Za-z]{1,32}):([1-9][0-9]{0,18})");

  private ApiId() {}

  public static String of(TenantId id) {
    return written(TENANT, id.value());
  }

  public static String of(CampaignId id) {
    return written(CAMPAIGN, id.value());
  }

  /** What a campaign's id looks like. */
  public static String sample() {
    return written(CAMPAIGN, 123);
  }

  public static Optional<TenantId> tenant(String text) {
    OptionalLong number = number(TENANT, text);
    return number.isPresent() ? Optional.of(new TenantId(number.getAsLong())) : Optional.empty();
  }

  public static Optional<CampaignId> campaign(String text) {
    OptionalLong number = number(CAMPAIGN, text);
    return number.isPresent() ? Optional.of(new CampaignId(number.getAsLong())) : Optional.empty();
  }

  public static Optional<KeyId> key(String text) {
    OptionalLong number = number(KEY, text);
    return number.isPresent() ? Optional.of(new KeyId(number.getAsLong())) : Optional.empty();
  }

  private static String written(String label, long number) {
    return Base64.getEncoder().encodeToString((label + ":" + number).getBytes(StandardCharsets.US_ASCII));
  }

  private static OptionalLong number(String label, String text) {
    Matcher id = SPELLING.matcher(text.indexOf(':') < 0 ? decoded(text) : text);
    try {
      return id.matches() && id.group(1).equals(label)
          ? OptionalLong.of(Long.parseLong(id.group(2)))
          : OptionalLong.empty();
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
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
