package dev.latchkey.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody in front of one tenant's dashboard. */
record Browser(Client client, String home) {

  private static final Pattern TOKEN = Pattern.compile("name=\"form_token\" value=\"([^\"]+)\"");

  /** Fills in and sends the sign-in form. */
  Answer signIn(String email, String password) {
    String path = home + "/sign-in";
    Answer form = client.get(path);
    Matcher token = TOKEN.matcher(form.body());
    assertThat(token.find()).as(form.body()).isTrue();
    String fields = Map.of("form_token", token.group(1), "email", email, "password", password).entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
    return keeping(form)
        .sending("Content-Type", "application/x-www-form-urlencoded")
        .answer("POST", path, BodyPublishers.ofString(fields));
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
