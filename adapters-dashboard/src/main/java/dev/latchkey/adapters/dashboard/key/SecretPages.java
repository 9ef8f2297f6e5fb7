package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.DashboardSettings;
import dev.latchkey.adapters.dashboard.frame.Tab;
import dev.latchkey.adapters.dashboard.session.FramedPages;
import dev.latchkey.domain.key.ApiKey;
import dev.latchkey.domain.key.PlainKey;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** Shows a key's secret, only in the response to the form that created the key. */
@Singleton
final class SecretPages {

  private final DashboardSettings settings;
  private final FramedPages pages;

  SecretPages(DashboardSettings settings, FramedPages pages) {
    this.settings = settings;
    this.pages = pages;
  }

  /**
   * Shows the page with the secret.
   *
   * @param ends when the replaced key expires; empty where no key is replaced
   */
  HttpResponse<?> show(HttpRequest<?> request, ApiKey key, PlainKey plain, Optional<Instant> ends) {
    NewSecretPage page = new NewSecretPage(
        pages.frame(request, Tab.API_KEYS), key, plain, ends, settings.serverFor(request));
    return pages.show(request, HttpStatus.OK, "key/new-secret", page);
  }
}
