package dev.latchkey.adapters.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.ChainMac;
import dev.latchkey.domain.audit.MacInput;
import dev.latchkey.domain.id.TenantId;
import dev.latchkey.domain.key.Seal;
import dev.latchkey.domain.key.format.KeyFormat;
import dev.latchkey.domain.key.format.KeyReading;
import dev.latchkey.domain.key.format.PresentedKey;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordHash;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Literal values of everything that this adapter makes and that is stored. They were computed by another program, with a
 * pepper of the bytes 0 to 31: where one of these tests fails, rows that exist do not verify any more.
 */
class StoredFormsTest {

  private static final List<Pepper> PEPPERS = List.of(new Pepper("v1", HexFormat.of().parseHex(
      "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f")));

  @Test
  void aSealIsAsItEverWas() {
    KeyReading.WellFormed read = (KeyReading.WellFormed) KeyFormat.read(
        new PresentedKey("lk_live_1TCKi1nFuNh_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdef2sHGZ4"));
    Seal seal = new HmacSeals(PEPPERS).seal(read.key().secret());

    assertThat(seal.pepperVersion()).isEqualTo("v1");
    assertThat(HexFormat.of().formatHex(seal.mac()))
        .isEqualTo("7a24020192220f52b2dfb8f8e3cc1a19a1b630bea9d20246148383217b70e241");
  }

  @Test
  void theMacsOfTheAuditTrailAreAsTheyEverWere() {
    String hash = "ab".repeat(32);
    TrailMacs macs = new TrailMacs(PEPPERS);

    assertThat(macs.authenticate(new MacInput("latchkey audit event v1", new TenantId(123), 42, hash)))
        .isEqualTo(new ChainMac("v1", "d55a14892509bbfd8926f9da910b268928bfc45ce0dbdf557b5ceab54bf24b6e"));
    assertThat(macs.authenticate(MacInput.of(new TenantId(123), new ChainHead(42, hash))))
        .isEqualTo(new ChainMac("v1", "22f923c3ac9d308459d2b65057acda4df9a4713a320eb186e9c85900d0b4a7a6"));
  }

  @Test
  void theCheckValueOfAPepperIsAsItEverWas() {
    assertThat(new HmacSeals(PEPPERS).checkValue("v1"))
        .isEqualTo("a41507b1ad6b3a1c59b94f67931f81fef30717d9e26ff4ef493bb332fe5d9915");
  }

  @Test
  void aPasswordHashIsReadAndWrittenAsItEverWas() {
    Password password = Password.presented("correct horse battery staple").orElseThrow();
    PasswordHash stored = new PasswordHash(
        "$argon2id$v=19$m=19456,t=2,p=1$AAECAwQFBgcICQoLDA0ODw$gYJZtjEAJqjg26xdLmknq8/bB7MiWPrE9hsYuA+SkIU");
    Argon2Passwords passwords = new Argon2Passwords();

    assertThat(passwords.matches(password, Optional.of(stored))).isTrue();
    assertThat(passwords.hash(password).encoded())
        .matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }
}
