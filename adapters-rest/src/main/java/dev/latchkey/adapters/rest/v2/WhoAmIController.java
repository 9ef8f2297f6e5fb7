package dev.latchkey.adapters.rest.v2;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.adapters.rest.answer.Success;
import dev.latchkey.adapters.rest.resource.WhoAmIJson;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.Credential;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.json.JsonMapper;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A key's look at itself. What it sees is written once for as long as the key is in memory unchanged. */
@Controller("/api/v2/auth/whoami")
@Produces(MediaType.ALL)
final class WhoAmIController {

  private static final long MOST_KEYS = 10_000;

  private final JsonMapper json;
  private final Cache<Credential, byte[]> written = Caffeine.newBuilder()
      .weakKeys()
      .maximumSize(MOST_KEYS)
      .executor(Runnable::run)
      .build();

  WhoAmIController(JsonMapper json) {
    this.json = json;
  }

  @Get
  @Secured(SecurityRule.IS_AUTHENTICATED)
  HttpResponse<byte[]> tell(Caller caller) {
    return HttpResponse.ok(written.get(caller.credential(), this::write)).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  private byte[] write(Credential credential) {
    try {
      return json.writeValueAsBytes(Success.of(WhoAmIJson.of(credential)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
