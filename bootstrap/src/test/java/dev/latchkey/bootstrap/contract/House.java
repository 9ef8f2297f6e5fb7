package dev.latchkey.bootstrap.contract;

import dev.latchkey.bootstrap.Answer;
import dev.latchkey.bootstrap.Client;
import dev.latchkey.bootstrap.Platform;
import dev.latchkey.bootstrap.Platform.Key;
import dev.latchkey.bootstrap.RunningServer;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A running server with what the rows need to be about.
 *
 * @param all a key with every permission
 */
record House(Client anybody, Platform platform, String tenant, Key all, String campaign, String stranger,
    AtomicInteger numbers, Covered covered) {

  static final String EVERY_PERMISSION = """
      ["leads:read","leads:write","campaigns:read","campaigns:write","api_keys:read","api_keys:write","audit:read"]""";

  static House on(RunningServer server) {
    Client anybody = server.client();
    Platform platform = Platform.of(anybody);
    String tenant = platform.tenant("Acme");
    Key all = platform.key(tenant, "{\"name\":\"all\",\"permissions\":" + EVERY_PERMISSION + "}");
    return new House(anybody, platform, tenant, all, Platform.campaign(anybody.with(all.text())),
        platform.tenant("Stranger"), new AtomicInteger(), new Covered());
  }

  Reply key(String request, String body) {
    return with(all.text(), request, body);
  }

  Reply operator(String request, String body) {
    return with(Platform.TOKEN, request, body);
  }

  Reply with(String token, String request, String body) {
    return send(anybody.with(token), request, body);
  }

  /** @param request method and target */
  Reply send(Client client, String request, String body) {
    String[] parts = request.split(" ", 2);
    Answer answer = body.isEmpty()
        ? client.answer(parts[0], parts[1], BodyPublishers.noBody())
        : client.withJson(parts[0], parts[1], body);
    return new Reply(parts[0] + " " + route(parts[1]), answer, covered);
  }

  /** A key with more to its name than that. */
  Key make(String members) {
    return platform.key(tenant, "{\"name\":\"k\"" + (members.isEmpty() ? "" : ",") + members + "}");
  }

  String leads() {
    return Platform.leads(campaign);
  }

  String number() {
    return "+1415556%04d".formatted(numbers.incrementAndGet());
  }

  /** Adds a lead and tells its id. */
  String lead(String number) {
    return key("POST " + leads(), "{\"phone_number\":\"" + number + "\"}").is(201).text("data", "campaign_lead_id");
  }

  private static String route(String target) {
    return target.replaceFirst("\\?.*", "")
        .replaceAll("/(tenants|api-keys|voice-campaigns|members)/[^/]+", "/$1/*")
        .replaceAll("/leads/(?!bulk|update|remove)[^/]+", "/leads/*");
  }

}
