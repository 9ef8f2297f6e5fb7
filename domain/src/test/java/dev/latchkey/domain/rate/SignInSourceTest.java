package dev.latchkey.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SignInSourceTest {

  @Test
  void everyIpv4AddressIsASourceOfItsOwn() {
    assertThat(from("192.0.2.7")).isEqualTo(from("192.0.2.7")).isNotEqualTo(from("192.0.2.8"));
  }

  @Test
  void theAddressesOfOneIpv6NetworkAreOneSource() {
    assertThat(from("2001:db8:0:1::7")).isEqualTo(from("2001:db8:0:1:ffff::8"))
        .isNotEqualTo(from("2001:db8:0:2::7"));
  }

  @Test
  void allUnknownAddressesAreOneSource() {
    assertThat(SignInSource.of(Optional.empty())).isEqualTo(SignInSource.of(Optional.empty()))
        .isNotEqualTo(from("192.0.2.7"));
  }

  private static SignInSource from(String address) {
    return SignInSource.of(Optional.of(InetAddress.ofLiteral(address)));
  }
}
