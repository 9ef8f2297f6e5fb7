package dev.latchkey.domain.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.latchkey.domain.Violation;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAddressTest {

  private static final RootZone ANY_ROOT = _ -> true;

  @ParameterizedTest
  @ValueSource(strings = {
      "https://shop.example", "https://shop.example.", "HTTPS://Shop.Example:8443/Calls%20in?x=%E2%82%AC&y=@1#f",
      "https://shop.example:/", "https://shop.example:1/", "https://shop.example:65535/", "https://8.8.8.8/",
      "https://1.1.1.1.:443/", "https://b\u00fccher.example/gr\u00fc\u00dfe", "https://xn--bcher-kva.example/",
      "https://10.example/", "https://localhost.example/", "https://mylocal.example/", "https://test.example/",
      "https://a.notlocal/", "https://mytest.xn--p1ai/", "https://0x7f.example/",
      "https://[2606:4700:4700::1111]/", "https://[2001:4860:4860::8888]:443/", "https://[2A00:1450::200e]/",
      "https://172.15.255.255/", "https://172.32.0.0/", "https://100.63.255.255/", "https://100.128.0.0/",
      "https://9.255.255.255/", "https://11.0.0.0/", "https://126.255.255.255/", "https://128.0.0.0/",
      "https://169.253.255.255/", "https://169.255.0.0/", "https://192.0.1.0/", "https://192.0.3.0/",
      "https://192.88.98.255/", "https://192.88.100.0/", "https://192.167.255.255/", "https://192.169.0.0/",
      "https://198.17.255.255/", "https://198.20.0.0/", "https://198.51.99.255/", "https://198.51.101.0/",
      "https://203.0.112.255/", "https://203.0.114.0/", "https://223.255.255.255/", "https://1.0.0.0/",
      "https://[2001:200::]/", "https://[2001:db7:ffff::]/", "https://[2001:db9::]/", "https://[2003::]/",
      "https://[3ffe:ffff::]/", "https://[3fff:1000::]/", "https://[2000::]/"
  })
  void anHttpsUrlOfAPublicHostIsAWebhookAddress(String address) {
    assertThat(WebhookAddress.read(address, ANY_ROOT)).isEqualTo(new WebhookAddress(address)).hasToString(address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://shop.example/", "ftp://shop.example/", "/calls", "shop.example", "httpsx://shop", ""})
  void aWebhookIsReachedByHttps(String address) {
    assertFault(WebhookFault.NOT_HTTPS, address);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "https:", "https://", "https:///calls", "https:shop.example", "https://:443/", "not a url",
      "https://a b.example/",
      "https://a_b.example/", "https://-a.example/", "https://a..example/", "https://.example/", "https://%6c.example/",
      "https://shop.example:0/", "https://shop.example:65536/", "https://shop.example:123456/", "https://a:b.example/",
      "https://shop.example:-1/", "https://[]/", "https://[1::2::3]/", "https://[fe80::1%25eth0]/",
      "https://[2606:4700::1%251]/", "https://[v1.a]/", "https://999.1.1.1/", "https://256.0.0.1/",
      "https://shop.example/\u0001", "https://shop.example/\ud83c", "https://shop.example/\ud800",
      "https://shop.example/\udfff",
      "https://shop.example;x/", "https://shop.example\\@evil.example/", "https://\u2060/", "https:///10.0.0.1/"
  })
  void aUrlWithoutAHostThatCanBeOneIsNone(String address) {
    assertFault(WebhookFault.INVALID_URL, address);
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://a@shop.example/", "https://a:b@shop.example/", "https://@shop.example/",
      "https://shop.example@10.0.0.1/", "https://8.8.8.8%40@[::1]/"})
  void noUserInfoStandsBeforeTheHost(String address) {
    assertFault(WebhookFault.HAS_USER_INFO, address);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "localhost", "LocalHost.", "a.localhost", "A.LOCALHOST.", "localhost.localdomain", "printer.local",
      "metadata.google.internal", "nas.home.arpa", "1.0.0.127.in-addr.arpa", "site.onion", "a.test", "a.b.invalid",
      "intranet", "intranet.", "example", "\uff4c\uff4f\uff43\uff41\uff4c\uff48\uff4f\uff53\uff54",
      "a\u3002localhost", "a.\u24c1ocal"})
  void aNameThatIsOnlyKnownInsideIsRefused(String host) {
    assertFault(WebhookFault.NOT_PUBLIC, "https://" + host + "/");
    assertFault(WebhookFault.NOT_PUBLIC, "https://" + host + ":8443/x");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "0.0.0.0", "0.255.255.255", "10.0.0.0", "10.255.255.255", "100.64.0.0", "100.127.255.255", "127.0.0.0",
      "127.255.255.255", "169.254.0.0", "169.254.169.254", "169.254.255.255", "172.16.0.0", "172.31.255.255",
      "192.0.0.0", "192.0.0.255", "192.0.2.0", "192.0.2.255", "192.88.99.0", "192.88.99.255", "192.168.0.0",
      "192.168.255.255", "198.18.0.0", "198.19.255.255", "198.51.100.0", "198.51.100.255", "203.0.113.0",
      "203.0.113.255", "224.0.0.0", "239.255.255.255", "240.0.0.0", "255.255.255.255"})
  void aSpecialIpv4AddressIsRefused(String address) {
    assertFault(WebhookFault.NOT_PUBLIC, "https://" + address + "/");
    assertFault(WebhookFault.NOT_PUBLIC, "https://" + address + ".:443");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "2130706433", "0x7f000001", "0X7F.1", "017700000001", "0177.0.0.1", "127.1", "127.0.1", "0x7f.0.0.1", "10.1",
      "0xa.0.0.1", "012.0.0.1", "8.8", "0x", "127.0.0.0x1", "127.0.0.01", "00.0.0.0", "\uff11\uff12\uff17.1",
      "127\u30020\u30020\u30021", "\u2460\u2461\u2466.0.0.1", "1.2.3.4.5", "4294967297", "shop.123", "shop.0x7f"})
  void anIpv4AddressInAnOddSpellingIsRefused(String address) {
    assertFault(WebhookFault.NOT_PUBLIC, "https://" + address + "/");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "::", "::1", "::ffff:127.0.0.1", "::ffff:7f00:1", "::ffff:8.8.8.8", "::127.0.0.1", "::8.8.8.8", "64:ff9b::7f00:1",
      "64:ff9b::10.0.0.1", "64:ff9b:1::1", "100::1", "1fff:ffff::", "2001::1", "2001:1ff:ffff::1", "2001:0:4136:e378::",
      "2001:db8::", "2001:db8:ffff::1", "2002::", "2002:7f00:1::", "2002:ffff:ffff::", "3fff::", "3fff:fff::1",
      "4000::", "fc00::1", "fdff:ffff::1", "fe80::1", "febf::1", "fec0::1", "ff02::1", "5f00::1", "0:0:0:0:0:0:0:1"})
  void aSpecialIpv6AddressIsRefused(String address) {
    assertFault(WebhookFault.NOT_PUBLIC, "https://[" + address + "]/");
    assertFault(WebhookFault.NOT_PUBLIC, "https://[" + address + "]:8443/x");
  }

  @Test
  void anAddressHasAtMost2048Characters() {
    String start = "https://shop.example/";
    String longest = start + "x".repeat(2048 - start.length());

    assertThat(WebhookAddress.read(longest, ANY_ROOT)).isEqualTo(new WebhookAddress(longest));
    assertFault(WebhookFault.TOO_LONG, longest + "x");
  }

  @Test
  void aHostNameHasAtMost253Characters() {
    String longest = "a".repeat(63) + "." + "b".repeat(63) + "." + "c".repeat(63) + "." + "d".repeat(61);

    assertThat(WebhookAddress.read("https://" + longest + "./", ANY_ROOT)).isInstanceOf(WebhookAddress.class);
    assertFault(WebhookFault.INVALID_URL, "https://" + longest + "d/");
    assertFault(WebhookFault.INVALID_URL, "https://" + "a".repeat(64) + ".example/");
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "https://shop.com/", "https://SHOP.COM./", "https://a.b.c.com:8443/x", "https://shop.xn--p1ai/",
      "https://shop.\u0440\u0444/", "https://shop.example/", "https://lan.com/", "https://8.8.8.8/",
      "https://[2003::]/"})
  void aNameUnderADelegatedTopLevelDomainAndAnAddressArePublic(String address) {
    assertThat(WebhookAddress.read(address, Set.of("com", "xn--p1ai")::contains))
        .isEqualTo(new WebhookAddress(address));
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "https://crm.lan/", "https://crm.LAN./", "https://crm.home/", "https://crm.corp:8443/x",
      "https://api.default.svc/",
      "https://crm.intranet/", "https://com.lan/", "https://a.example.lan/", "https://crm.\u043b\u0430\u043d/"})
  void aNameThatOnlyResolvesInsideANetworkIsRefused(String address) {
    assertThat(WebhookAddress.read(address, Set.of("com", "xn--p1ai")::contains)).isEqualTo(WebhookFault.NOT_PUBLIC);
    assertThat(new WebhookAddress(address)).hasToString(address);
  }

  @Test
  void aTextThatIsNoWebhookAddressBecomesNone() {
    assertThatIllegalArgumentException().isThrownBy(() -> new WebhookAddress("https://127.0.0.1/"));
  }

  @Test
  void everyFaultNamesTheFieldAndHasACodeOfItsOwn() {
    assertThat(WebhookFault.values()).extracting(WebhookFault::fault).extracting(Violation::field)
        .containsOnly("webhook_url");
    assertThat(WebhookFault.values()).extracting(WebhookFault::fault).extracting(Violation::code)
        .containsExactly("too_long", "invalid_url", "not_https", "user_info_not_allowed", "address_not_public");
    assertThat(WebhookFault.values()).extracting(WebhookFault::fault).extracting(Violation::message)
        .doesNotHaveDuplicates();
  }

  private static void assertFault(WebhookFault fault, String address) {
    assertThat(WebhookAddress.read(address, ANY_ROOT)).as(address).isEqualTo(fault);
  }
}
