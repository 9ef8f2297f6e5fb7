package dev.latchkey.bootstrap;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** A client of one server, with or without credentials. Every answer is held to the description that is served. */
public record Client(URI url, HttpClient http, Map<String, String> headers) {

  Client(URI url) {
    this(url, HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), Map.of());
  }

  /** The same client, sending this key, or whatever else belongs behind {@code Bearer}. */
  public Client with(String token) {
    return sending("Authorization", "Bearer " + token);
  }

  public Client sending(String name, String value) {
    Map<String, String> more = new TreeMap<>(headers);
    more.put(name, value);
    return new Client(url, http, more);
  }

  public Answer get(String path) {
    return answer("GET", path, BodyPublishers.noBody());
  }

  public Answer post(String path, String json) {
    return withJson("POST", path, json);
  }

  public Answer patch(String path, String json) {
    return withJson("PATCH", path, json);
  }

  public Answer delete(String path) {
    return answer("DELETE", path, BodyPublishers.noBody());
  }

  public Answer withJson(String method, String path, String json) {
    Client typed = headers.containsKey("Content-Type") ? this : sending("Content-Type", "application/json");
    return typed.answer(method, path, BodyPublishers.ofString(json));
  }

  public Answer answer(String method, String path, HttpRequest.BodyPublisher body) {
    try {
      return tryAnswer(method, path, body);
    } catch (IOException e) {
      throw new AssertionError(method + " " + path + " got no answer", e);
    }
  }

  /** For those who know that the server may be gone. */
  public Answer tryAnswer(String method, String path, HttpRequest.BodyPublisher body) throws IOException {
    HttpRequest.Builder request = HttpRequest.newBuilder(url.resolve(path))
        .method(method, body)
        .timeout(Duration.ofSeconds(30));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response = http.send(request.build(), BodyHandlers.ofString());
      Map<String, List<String>> names = new TreeMap<>();
      response.headers().map().forEach((name, values) -> names.put(name.toLowerCase(Locale.ROOT), values));
      return Described.checked(
          method, response.request().uri().getRawPath(), new Answer(response.statusCode(), names, response.body()));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
