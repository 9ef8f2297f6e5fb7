package dev.latchkey.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.id.TenantId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AuditArgumentsTest {

  private static final String HASH = "9f".repeat(32);
  private static final String HEAD = "Tenant:123/42/" + HASH;

  @Test
  void withoutArgumentsNoHeadIsExpected() {
    assertThat(AuditArguments.of(List.of())).isEqualTo(new AuditArguments(false, Map.of(), ""));
  }

  @Test
  void aHeadIsReadInBothSpellingsOfTheOption() {
    Map<TenantId, ChainHead> expected = Map.of(new TenantId(123), new ChainHead(42, HASH));

    assertThat(AuditArguments.of(List.of("--expect", HEAD)).expected()).isEqualTo(expected);
    assertThat(AuditArguments.of(List.of("--expect=VGVuYW50OjEyMw==/42/" + HASH)).expected()).isEqualTo(expected);
  }

  @Test
  void helpWinsOverTheOtherArguments() {
    assertThat(AuditArguments.of(List.of("--expect", HEAD, "--help")).help()).isTrue();
  }

  @Test
  void anInvalidArgumentIsNamed() {
    assertThat(AuditArguments.of(List.of("--all")).fault()).startsWith("\"--all\" is not an option");
    assertThat(AuditArguments.of(List.of("--expect")).fault()).startsWith("--expect \"\" is not a head");
    assertThat(AuditArguments.of(List.of("--expect", HEAD + "0")).fault()).contains("is not a head");
    assertThat(AuditArguments.of(List.of("--expect", HEAD, "--expect", HEAD)).fault()).contains("Tenant:123 twice");
  }

  @Test
  void aHeadIsReadAsItWasWritten() {
    WrittenHead head = new WrittenHead(new TenantId(123), new ChainHead(42, HASH));

    assertThat(head.text()).isEqualTo(HEAD);
    assertThat(WrittenHead.of(head.text())).contains(head);
  }
}
