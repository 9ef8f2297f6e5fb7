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

/** Shows a key's secret, in the answer to the form that made it and nowhere else. */
@Singleton
final class SecretPages {

  private final DashboardSettings settings;
  private final FramedPages pages;

  SecretPages(DashboardSettings settings, FramedPages pages) {
    this.settings = settings;
    this.pages = pages;
  }

  /** @param ends when the key that it takes the place of ends; empty where it takes nobody's */
  HttpResponse<?> show(HttpRequest<?> request, ApiKey key, PlainKey plain, Optional<Instant> ends) {
    NewSecretPage page = new NewSecretPage(
        pages.frame(request, Tab.API_KEYS), key, plain, ends, settings.serverFor(request));
    return pages.show(request, HttpStatus.OK, "key/new-secret", page);
  }
}
