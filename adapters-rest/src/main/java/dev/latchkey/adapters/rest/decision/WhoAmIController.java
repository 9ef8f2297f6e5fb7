package dev.latchkey.adapters.rest.decision;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.adapters.rest.kit.answer.RecordClock;
import dev.latchkey.adapters.rest.kit.answer.Success;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.StoredKey;
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
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Describes the calling key. The response body is cached while the key is in memory unchanged, for 30 seconds at most:
 * {@code last_used_at} is the time of this request or of one within those 30 seconds.
 */
@Controller("/api/v2/auth/whoami")
@Produces(MediaType.ALL)
public final class WhoAmIController {

  private static final long MOST_KEYS = 10_000;
  private static final Duration KEPT = Duration.ofSeconds(30);

  private final JsonMapper json;
  private final RecordClock clock;
  private final Cache<StoredKey, Written> written = Caffeine.newBuilder()
      .weakKeys()
      .maximumSize(MOST_KEYS)
      .executor(Runnable::run)
      .build();

  public WhoAmIController(JsonMapper json, RecordClock clock) {
    this.json = json;
    this.clock = clock;
  }

  private static final class Written {

    private final Instant at;
    private final byte[] body;

    Written(Instant at, byte[] body) {
      this.at = at;
      this.body = body;
    }

    boolean isGoodAt(Instant now) {
      return !now.isBefore(at) && now.isBefore(at.plus(KEPT));
    }
  }

  @Get
  @Secured(SecurityRule.IS_AUTHENTICATED)
  HttpResponse<byte[]> describe(Caller caller) {
    return HttpResponse.ok(body(caller.credential())).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  public byte[] body(StoredKey credential) {
    Instant now = clock.now().truncatedTo(ChronoUnit.SECONDS);
    Written known = written.getIfPresent(credential);
    if (known == null || !known.isGoodAt(now)) {
      known = new Written(now, write(WhoAmIJson.of(credential, now)));
      written.put(credential, known);
    }
    return known.body;
  }

  private byte[] write(WhoAmIJson answer) {
    try {
      return json.writeValueAsBytes(Success.of(answer));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
