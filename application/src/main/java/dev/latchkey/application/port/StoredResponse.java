package dev.latchkey.application.port;

import java.util.Map;

/**
 * A response as it was sent, for replay.
 *
 * @param status the HTTP status
 * @param headers the headers besides the content type that a replay has to repeat, by name
 * @param body without values that may be shown only once
 */
public record StoredResponse(int status, String contentType, Map<String, String> headers, String body) {

  public StoredResponse {
    headers = Map.copyOf(headers);
  }
}
