package dev.latchkey.adapters.dashboard.frame;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** Serves the stylesheet and the scripts. The responses may be cached publicly. */
@Controller("/dashboard")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AssetFiles {

  private final Map<Asset, SharedFile> files = new EnumMap<>(Asset.class);

  AssetFiles() {
    for (Asset asset : Asset.values()) {
      files.put(asset, new SharedFile(asset.content()));
    }
  }

  @Get("/{name}")
  HttpResponse<?> file(HttpRequest<?> request, String name) {
    return Asset.named(name)
        .<HttpResponse<?>>map(asset -> Objects.requireNonNull(files.get(asset)).answer(request)
            .header(HttpHeaders.CONTENT_TYPE, asset.type())
            .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
            .header("X-Content-Type-Options", "nosniff"))
        .orElseGet(HttpResponse::notFound);
  }
}
