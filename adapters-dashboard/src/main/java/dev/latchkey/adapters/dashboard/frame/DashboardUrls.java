package dev.latchkey.adapters.dashboard.frame;

import dev.latchkey.domain.id.KeyId;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.format.KeyFormat;
import java.util.Optional;

/** The URLs of one tenant's dashboard in one language. */
public record DashboardUrls(Language language, TenantId tenant) {

  /** Parses the first two segments of a path; empty where they are not those of a dashboard. */
  public static Optional<DashboardUrls> of(String language, String tenant) {
    return Language.tagged(language).flatMap(known -> PublicId.tenant(tenant).map(id -> new DashboardUrls(known, id)));
  }

  /** Returns the tenant's public id. */
  public String apiId() {
    return PublicId.of(tenant);
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

  public String newKey() {
    return apiKeys() + "/new";
  }

  public String keySearch() {
    return apiKeys() + "/search";
  }

  public String account() {
    return home() + "/settings/account";
  }

  public String keyStatus(KeyId key) {
    return of(key) + "/status";
  }

  public String keyEdit(KeyId key) {
    return of(key) + "/edit";
  }

  public String keyRotation(KeyId key) {
    return of(key) + "/rotation";
  }

  public String keyDeletion(KeyId key) {
    return of(key) + "/deletion";
  }

  public DashboardUrls in(Language other) {
    return new DashboardUrls(other, tenant);
  }

  // Identifies the key by its handle, which is public and part of the masked key.
  private String of(KeyId key) {
    return apiKeys() + "/" + KeyFormat.handle(key);
  }
}
