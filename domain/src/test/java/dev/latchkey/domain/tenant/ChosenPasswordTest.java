package dev.latchkey.domain.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.id.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChosenPasswordTest {

  private static final PasswordOwner ADA = new PasswordOwner(
      Optional.of(new Email("ada.lovelace@engine-works.example")), Optional.of(new Name("Analytical Engines Ltd")));

  @ParameterizedTest
  @ValueSource(strings = {
      "correct horse",
      "a pass phrase without any upper-case letter",
      "\u00fcber drei Br\u00fccken",
      "\ud83d\udd11\ud83d\udc34\ud83d\udd0b\ud83d\udcce\ud83c\udf32\ud83c\udf35\ud83d\ude80\ud83c\udf39",
      "ada likes poetical science",
      "engines of the difference",
      "12-34-56-78-90-zz",
      "latchkey on the kitchen table"})
  void passwordIsTakenWhateverItIsComposedOf(String text) {
    assertThat(read(text)).isInstanceOfSatisfying(
        ChosenPassword.class, chosen -> assertThat(chosen.password().reveal()).isEqualTo(text));
  }

  @Test
  void passwordHasEightCharactersAtLeastAndTwoHundredAndFiftySixAtMost() {
    assertThat(read("a1b2c3d")).isEqualTo(PasswordFault.TOO_SHORT);
    assertThat(read("a1b2c3d4")).isInstanceOf(ChosenPassword.class);
    String longest = "\ud83d\udd11".repeat(254) + "ab";
    assertThat(read(longest)).isInstanceOf(ChosenPassword.class);
    assertThat(read(longest + "c")).isEqualTo(PasswordFault.TOO_LONG);
  }

  @Test
  void passwordOnTheListIsRefused() {
    assertThat(ChosenPassword.read("trustno1", ADA, password -> password.reveal().equals("trustno1")))
        .isEqualTo(PasswordFault.COMMON);
  }

  @ParameterizedTest
  @ValueSource(strings = {"aaaaaaaa", "abcabcabc", "passwordpassword", "12341234"})
  void repetitionIsRefused(String text) {
    assertThat(read(text)).isEqualTo(PasswordFault.REPETITIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "ada.lovelace@engine-works.example",
      "ADA.Lovelace@Engine-Works.example",
      "ada.lovelace",
      "adalovelace",
      "lovelace1",
      "Lovelace2026!",
      "engine-works",
      "engineworks.example",
      "lovelace-engine",
      "Analytical Engines Ltd",
      "analyticalengines",
      "Analytical!1",
      "latchkey",
      "Latchkey-1",
      "LatchkeyAda12",
      "\uff2c\uff21\uff34\uff23\uff28\uff2b\uff25\uff39"})
  void whatOthersKnowIsRefused(String text) {
    assertThat(read(text)).isEqualTo(PasswordFault.PERSONAL);
  }

  @Test
  void whatIsKnownOfAMemberIsTheEmailAndTheNameOfTheTenant() {
    Tenant tenant = Tenant.founded(new TenantId(1), new Name("Analytical Engines Ltd"), Instant.EPOCH);
    Member ada = new Member(
        new MemberId(2), tenant.id(), new Email("ada.lovelace@engine-works.example"), Role.OWNER,
        new PasswordHash("hash"), Instant.EPOCH);

    assertThat(PasswordOwner.of(ada, tenant)).isEqualTo(ADA);
  }

  @ParameterizedTest
  @ValueSource(strings = {"latchkey12345", "ada-12345"})
  void fewerThanSixOtherCharactersDoNotHideAPublicWord(String text) {
    assertThat(read(text)).isEqualTo(PasswordFault.PERSONAL);
    assertThat(read(text + "6")).isInstanceOf(ChosenPassword.class);
  }

  @Test
  void wordOfTwoCharactersIsTooShortToBeAPublicOne() {
    PasswordOwner jo = new PasswordOwner(Optional.of(new Email("jo@shop.example")), Optional.empty());

    assertThat(ChosenPassword.read("jo-12345", jo, _ -> false)).isInstanceOf(ChosenPassword.class);
  }

  @Test
  void whereNothingIsKnownOnlyTheProductIsRefused() {
    PasswordOwner unknown = new PasswordOwner(Optional.empty(), Optional.empty());

    assertThat(ChosenPassword.read("ada.lovelace", unknown, _ -> false)).isInstanceOf(ChosenPassword.class);
    assertThat(ChosenPassword.read("latchkey2026", unknown, _ -> false)).isEqualTo(PasswordFault.PERSONAL);
  }

  @Test
  void everyFaultIsOfThePasswordAndSaysWhatToDo() {
    for (PasswordFault fault : PasswordFault.values()) {
      assertThat(fault.fault().field()).isEqualTo("password");
      assertThat(fault.fault().message()).endsWith(".");
    }
    assertThat(PasswordFault.COMMON.fault().code()).isEqualTo("too_common");
    assertThat(PasswordFault.PERSONAL.fault().code()).isEqualTo("too_personal");
    assertThat(PasswordFault.TOO_SHORT.fault().code()).isEqualTo("invalid_password");
  }

  @Test
  void passwordIsNotShown() {
    assertThat(read("correct horse")).hasToString("ChosenPassword[\u2026]");
  }

  private static PasswordReading read(String text) {
    return ChosenPassword.read(text, ADA, _ -> false);
  }
}
