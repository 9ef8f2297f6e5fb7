package dev.latchkey.adapters.rest.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import org.junit.jupiter.api.Test;

class OpenConnectionsTest {

  private final OpenConnections open = new OpenConnections(
      new HttpLimits(2, address -> address.getHostAddress().startsWith("10."), (_, _) -> 1), 6);

  @Test
  void anAddressHasItsShare() {
    EmbeddedChannel first = admitted("192.0.2.1");
    admitted("192.0.2.1");
    assertThat(open.admit(from("192.0.2.2"))).isEmpty();
    EmbeddedChannel third = from("192.0.2.1");
    assertThat(open.admit(third)).contains(Drops.What.CONNECTION_OF_ADDRESS);

    var _ = third.close();
    assertThat(open.admit(from("192.0.2.1"))).isPresent();
    var _ = first.close();
    assertThat(open.admit(from("192.0.2.2"))).isEmpty();
  }

  @Test
  void aNetworkOf64BitsIsOneAddress() {
    admitted("2001:db8:1:2::1");
    admitted("2001:db8:1:2:ffff::1");
    assertThat(open.admit(from("2001:db8:1:2::3"))).contains(Drops.What.CONNECTION_OF_ADDRESS);
    assertThat(open.admit(from("2001:db8:1:3::1"))).isEmpty();
  }

  @Test
  void aTrustedProxyIsLimitedWithAllOthersTogether() {
    for (int i = 0; i < 6; i++) {
      admitted("10.1.2.3");
    }
    assertThat(open.admit(from("10.1.2.3"))).contains(Drops.What.CONNECTION);
    assertThat(open.admit(from("192.0.2.9"))).contains(Drops.What.CONNECTION);
  }

  private EmbeddedChannel admitted(String address) {
    EmbeddedChannel channel = from(address);
    assertThat(open.admit(channel)).isEmpty();
    return channel;
  }

  private static EmbeddedChannel from(String address) {
    return new EmbeddedChannel() {
      @Override
      protected SocketAddress remoteAddress0() {
        return new InetSocketAddress(InetAddress.ofLiteral(address), 1);
      }
    };
  }
}
