package dev.latchkey.adapters.rest.kit.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.fixtures.Client;
import dev.latchkey.adapters.rest.fixtures.FakePorts;
import dev.latchkey.adapters.rest.fixtures.Known;
import dev.latchkey.adapters.rest.fixtures.Wire;
import dev.latchkey.application.port.in.ForKeepingLeads.Adding;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@MicronautTest
class BodyCheckTest {

  private static final String LEADS = "/api/v2/voice-campaigns/" + Known.CAMPAIGN_ID + "/leads";
  private static final String LEAD = "{\"phone_number\": \"+14155550123\"}";
  private static final int ONE_MEBIBYTE = 1024 * 1024;

  private final Client client;
  private final FakePorts ports;

  BodyCheckTest(Client client, FakePorts ports) {
    this.client = client;
    this.ports = ports;
  }

  @BeforeEach
  void prepare() {
    when(ports.leads.add(any(), any())).thenReturn(new Adding.Added(Known.LEAD));
  }

  private static byte[] packed(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  private HttpRequest.Builder encoded(String coding) {
    return client.withKey(LEADS).header("Content-Type", "application/json").header("Content-Encoding", coding);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gzip", "GZIP", "x-gzip", "deflate", "br", "zstd", "snappy", "compress", "gzip, identity",
      "identity,gzip", "nonsense", "*", "aes128gcm", "identity;q=1", "\"identity\""})
  void packedBodyIsRefusedWhateverIsInIt(String coding) {
    client.send(encoded(coding).POST(BodyPublishers.ofByteArray(packed(LEAD))))
        .isProblem(415, "unsupported_content_encoding");
    client.send(encoded(coding).POST(BodyPublishers.ofString(LEAD))).isProblem(415, "unsupported_content_encoding");
    client.send(encoded(coding).method("DELETE", BodyPublishers.ofByteArray(packed(LEAD))))
        .isProblem(415, "unsupported_content_encoding");
    verify(ports.leads, never()).add(any(), any());
  }

  @Test
  void packedBodyIsRefusedInSeveralLinesToo() {
    client.send(encoded("identity").header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(packed(LEAD))))
        .isProblem(415, "unsupported_content_encoding");
  }

  @ParameterizedTest
  @ValueSource(strings = {"identity", "Identity", "", " ", ",", "identity, identity"})
  void plainBodyIsTaken(String coding) {
    assertThat(client.send(encoded(coding).POST(BodyPublishers.ofString(LEAD))).status()).isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/nowhere", "/version", "/problems/key_invalid"})
  void everyRouteRefusesPackedBodies(String path) {
    client.send(client.to(path).header("Content-Encoding", "gzip").POST(BodyPublishers.ofByteArray(packed(LEAD))))
        .isProblem(415, "unsupported_content_encoding");
    client.send(client.to(path).header("Content-Encoding", "br").GET()).isProblem(415, "unsupported_content_encoding");
  }

  @Test
  void nothingIsUnpacked() {
    String megabytes = "x".repeat(64 * ONE_MEBIBYTE);
    byte[] body = packed(megabytes);
    assertThat(body.length).isLessThan(ONE_MEBIBYTE);
    // Unpacked it would be too large.
    client.send(encoded("gzip").POST(BodyPublishers.ofByteArray(body)))
        .isProblem(415, "unsupported_content_encoding");
  }

  @Test
  void credentialsAreCheckedFirst() {
    client.send(client.to(LEADS).header("Content-Encoding", "gzip").POST(BodyPublishers.ofString(LEAD)))
        .isProblem(401, "credentials_missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"HTTP/1.0", "HTTP/1.1"})
  void clientIsNotAskedToContinueWithABodyThatIsRefused(String version) {
    for (String header : new String[]{"Content-Length: 1048577", "Content-Encoding: gzip\r\nContent-Length: 10"}) {
      Wire.Reply reply = Wire.send(client.port(), "POST " + LEADS + " " + version
          + "\r\nHost: localhost\r\nConnection: close\r\nExpect: 100-continue\r\n"
          + "Content-Type: application/json\r\nAuthorization: Bearer "
          + Known.PLAIN.reveal() + "\r\n" + header + "\r\n\r\n");
      assertThat(reply.status()).as(reply.text()).isIn(413, 415);
    }
  }
}
