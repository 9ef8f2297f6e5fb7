package dev.latchkey.adapters.dashboard;

import dev.latchkey.adapters.dashboard.view.NewSecretPage;
import dev.latchkey.adapters.dashboard.view.Tab;
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
    return pages.show(request, HttpStatus.OK, "new-secret", page);
  }
}
