package dev.latchkey.adapters.dashboard.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

  @Test
  void aFieldIsWhatWasTyped() {
    Form form = Form.read("email=ada%40example.org&password=p%C3%A4ss+w%26rd").orElseThrow();

    assertThat(form.field("email")).hasValue("ada@example.org");
    assertThat(form.field("password")).hasValue("päss w&rd");
  }

  @Test
  void aFieldSentTwiceOrNotAtAllIsNone() {
    Form form = Form.read("password=one&password=two").orElseThrow();

    assertThat(form.field("password")).isEmpty();
    assertThat(form.field("email")).isEmpty();
  }

  @Test
  void bodyThatIsNoFormIsNone() {
    for (String body : new String[]{"%zz", "a=%", "a=%4", "%=1"}) {
      assertThat(Form.read(body)).as(body).isEmpty();
    }
    assertThat(Form.read("")).isPresent();
    assertThat(Form.read("&&=&a==b=&")).isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {
      "name=a%ED%A0%BD", "name=%ED%B4%91", "name=%ED%A0%BD%ED%B4%91", "name=%FF", "name=%C3", "%C3=a", "name=\ufffd",
      "a=b&name=%C3b%A4"})
  void formThatIsNotUtf8IsNotReadInsteadOfChanged(String body) {
    assertThat(Form.read(body)).isEmpty();
  }

  @Test
  void replacementCharacterThatWasTypedIsReadLikeAnyOther() {
    assertThat(Form.read("name=%EF%BF%BD%f0%9f%94%91").orElseThrow().field("name")).hasValue("\ufffd\ud83d\udd11");
  }

  @Test
  void aFormShowsNoneOfItsFields() {
    assertThat(Form.read("password=one").orElseThrow()).hasToString("Form[…]");
  }

  @ParameterizedTest
  @ValueSource(strings = {"%zz", "email=%zz", "%=1", "a=%", "a=%1", "a=b&%u0041=c"})
  void aFormWithABrokenEscapeIsNotRead(String body) {
    assertThat(Form.read(body)).isEmpty();
  }
}
