package dev.latchkey.application.port;

import java.util.Map;

/**
 * An answer as it was sent, to be sent again.
 *
 * @param status the HTTP status
 * @param headers those besides the content type that the answer is not the same without, by name
 * @param body without what may be shown only once
 */
public record StoredResponse(int status, String contentType, Map<String, String> headers, String body) {

  public StoredResponse {
    headers = Map.copyOf(headers);
  }
}
