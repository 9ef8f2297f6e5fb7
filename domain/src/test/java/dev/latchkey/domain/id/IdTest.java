package dev.latchkey.domain.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

class IdTest {

  private static final List<LongFunction<Id>> KINDS = List.of(
      TenantId::new, KeyId::new, CampaignId::new, LeadId::new, MemberId::new, AuditEventId::new);

  @Test
  void noKindOfIdIsForgottenHere() {
    assertThat(KINDS).extracting(kind -> (Object) kind.apply(1).getClass())
        .containsExactlyInAnyOrder((Object[]) Id.class.getPermittedSubclasses());
  }

  @Test
  void anIdIsAPositiveNumber() {
    assertThat(KINDS).allSatisfy(kind -> {
      assertThat(kind.apply(1).value()).isEqualTo(1);
      assertThat(kind.apply(Long.MAX_VALUE).value()).isEqualTo(Long.MAX_VALUE);
      assertThatIllegalArgumentException().isThrownBy(() -> kind.apply(0));
      assertThatIllegalArgumentException().isThrownBy(() -> kind.apply(-1));
    });
  }
}
