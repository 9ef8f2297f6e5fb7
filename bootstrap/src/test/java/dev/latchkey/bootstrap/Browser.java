package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody in front of one tenant's dashboard. */
record Browser(Client client, String home) {

  private static final Pattern TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");
  private static final Pattern ONCE = Pattern.compile("name=\"once\" value=\"([^\"]+)\"");
  private static final Pattern SECRET = Pattern.compile("id=\"secret\"[^>]*>(lk_[^<]+)<");

  /** Fills in and sends the sign-in form. */
  Answer signIn(String email, String password) {
    String path = home + "/sign-in";
    Answer form = client.get(path);
    return send(
        keeping(form), path, Map.of("form_token", found(TOKEN, form), "email", email, "password", password));
  }

  /** Fills in and sends the form for a new key, and reads the key off the page. */
  String generateKey(Client signedIn, String name) {
    String path = home + "/settings/api-keys/new";
    Answer form = signedIn.get(path);
    Map<String, String> fields = Map.of(
        "form_token", found(TOKEN, form), "once", found(ONCE, form), "name", name, "environment", "live", "access",
        "ALL");
    return found(SECRET, send(signedIn, path, fields));
  }

  private static Answer send(Client client, String path, Map<String, String> fields) {
    String body = fields.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    return client.sending("Content-Type", "application/x-www-form-urlencoded")
        .answer("POST", path, BodyPublishers.ofString(body));
  }

  private static String found(Pattern pattern, Answer page) {
    Matcher matcher = pattern.matcher(page.body());
    assertThat(matcher.find()).as(page.body()).isTrue();
    return matcher.group(1);
  }

  /** Sends a form with the token that a page has, for whoever is signed in. */
  Answer send(String page, String to, Map<String, String> fields) {
    Map<String, String> all = new TreeMap<>(fields);
    all.put("form_token", found(TOKEN, client.get(home + page).isStatus(200)));
    return send(client, home + to, all);
  }

  /** The client with the cookies that it was given. */
  Client keeping(Answer answer) {
    return client.sending(
        "Cookie",
        answer.headers().get("set-cookie").stream()
            .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
            .collect(Collectors.joining("; ")));
  }
}
