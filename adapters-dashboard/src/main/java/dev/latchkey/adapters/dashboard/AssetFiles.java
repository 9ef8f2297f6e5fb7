package dev.latchkey.adapters.dashboard;

import dev.latchkey.adapters.dashboard.view.Asset;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;

/** The stylesheet and the scripts, for anybody's browser to keep. */
@Controller("/dashboard")
@Secured(SecurityRule.IS_ANONYMOUS)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AssetFiles {

  @Get("/{name}")
  HttpResponse<?> file(String name) {
    return Asset.named(name)
        .<HttpResponse<?>>map(asset -> HttpResponse.ok(asset.content())
            .header(HttpHeaders.CONTENT_TYPE, asset.type())
            .header(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable")
            .header("X-Content-Type-Options", "nosniff"))
        .orElseGet(HttpResponse::notFound);
  }
}
