package dev.latchkey.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.address.AddressRange;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientAddressTest {

  private static final ClientAddress BEHIND_PROXIES = new ClientAddress(
      List.of(AddressRange.of("10.0.0.0/8").orElseThrow(), AddressRange.of("2001:db8:ffff::/48").orElseThrow()));

  private static Optional<String> seen(ClientAddress address, String peer, String... forwardedFor) {
    MutableHttpRequest<?> request = HttpRequest.GET("/");
    Arrays.stream(forwardedFor).forEach(value -> request.getHeaders().add("X-Forwarded-For", value));
    InetAddress from = AddressRange.address(peer).orElseThrow();
    return address.of(new InetSocketAddress(from, 1234), request.getHeaders()).map(InetAddress::getHostAddress);
  }

  @Test
  void withoutTrustedProxiesTheHeaderIsNotBelieved() {
    assertThat(seen(new ClientAddress(List.of()), "10.0.0.1", "192.0.2.1")).contains("10.0.0.1");
  }

  @Test
  void anybodyElseThanATrustedProxyIsNotBelieved() {
    assertThat(seen(BEHIND_PROXIES, "198.51.100.7", "192.0.2.1")).contains("198.51.100.7");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      192.0.2.1                            | 192.0.2.1
      203.0.113.9, 192.0.2.1               | 192.0.2.1
      10.9.9.9, 192.0.2.1, 10.0.0.2        | 192.0.2.1
      10.0.0.3, 10.0.0.2                   | 10.0.0.3
      192.0.2.1:4711                       | 192.0.2.1
      [2001:db8::1]:4711                   | 2001:db8:0:0:0:0:0:1
      2001:db8::1                          | 2001:db8:0:0:0:0:0:1
      ::ffff:192.0.2.1                     | 192.0.2.1
      192.0.2.1, ::ffff:10.0.0.2           | 192.0.2.1
      192.0.2.1, 2001:db8:ffff::2          | 192.0.2.1
      """)
  void behindTrustedProxiesTheRightMostHopThatIsNotOneOfThemCounts(String forwardedFor, String client) {
    assertThat(seen(BEHIND_PROXIES, "10.0.0.1", forwardedFor)).contains(client);
  }

  @Test
  void severalHeadersAreOneList() {
    assertThat(seen(BEHIND_PROXIES, "10.0.0.1", "203.0.113.9", "192.0.2.1, 10.0.0.2")).contains("192.0.2.1");
  }

  @ParameterizedTest
  @CsvSource(value = {"unknown", "_hidden", "''", "'192.0.2.1,'", "example.org", "192.0.2.1;x", "999.0.0.1"})
  void aHopThatIsNoAddressLeavesTheAddressUnknown(String forwardedFor) {
    assertThat(seen(BEHIND_PROXIES, "10.0.0.1", forwardedFor)).isEmpty();
  }

  @Test
  void aProxyThatForwardsForNobodyIsTheClient() {
    assertThat(seen(BEHIND_PROXIES, "10.0.0.1")).contains("10.0.0.1");
  }
}
