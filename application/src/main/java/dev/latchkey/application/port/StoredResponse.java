package dev.latchkey.application.port;

import java.util.Map;

/**
 * A response as it was sent, stored to be sent again.
 *
 * @param status the HTTP status
 * @param headers the headers by name that the repeated response must contain, besides the content type
 * @param body the body without values that may be shown only once
 */
public record StoredResponse(int status, String contentType, Map<String, String> headers, String body) {

  public StoredResponse {
    headers = Map.copyOf(headers);
  }
}
