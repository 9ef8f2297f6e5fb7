package dev.latchkey.adapters.rest.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.grant.Permission;
import io.micronaut.security.rules.SecurityRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RequirementTest {

  private static Requirement of(String... secured) {
    return Requirement.of(secured);
  }

  @ParameterizedTest
  @EnumSource
  void aPermissionIsAskedForByItsLabel(Permission permission) {
    assertThat(of(permission.label())).isEqualTo(new Requirement.KeyWith(permission));
  }

  @Test
  void theOtherValuesAreTheOperatorAnyKeyAndNobody() {
    assertThat(of("operator")).isEqualTo(new Requirement.OperatorToken());
    assertThat(of(SecurityRule.IS_AUTHENTICATED)).isEqualTo(new Requirement.AnyKey());
    assertThat(of(SecurityRule.IS_ANONYMOUS)).isEqualTo(new Requirement.Nothing());
  }

  @Test
  void whatIsNotUnderstoodStaysClosed() {
    assertThat(of()).isEqualTo(new Requirement.Unstated());
    assertThat(of("leads:wirte")).isEqualTo(new Requirement.Unstated());
    assertThat(of(SecurityRule.DENY_ALL)).isEqualTo(new Requirement.Unstated());
    assertThat(of("leads:read", "leads:write")).isEqualTo(new Requirement.Unstated());
  }
}
