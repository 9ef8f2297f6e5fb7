package dev.latchkey.domain.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.Name;
import dev.latchkey.domain.id.TenantId;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TenantTest {

  private static final Tenant SHOP = Tenant.founded(new TenantId(1), new Name("Shop"), Instant.EPOCH);

  @Test
  void aFoundedTenantIsActive() {
    assertThat(SHOP).isEqualTo(new Tenant(new TenantId(1), new Name("Shop"), TenantStatus.ACTIVE, Instant.EPOCH, 1));
  }

  @Test
  void aChangeLeavesWhatItDoesNotNameAndCountsTheVersionUp() {
    assertThat(SHOP.changed(FieldUpdate.to(new Name("Door")), FieldUpdate.keep()))
        .isEqualTo(new Tenant(new TenantId(1), new Name("Door"), TenantStatus.ACTIVE, Instant.EPOCH, 2));
    assertThat(SHOP.changed(FieldUpdate.keep(), FieldUpdate.to(TenantStatus.SUSPENDED)))
        .isEqualTo(new Tenant(new TenantId(1), new Name("Shop"), TenantStatus.SUSPENDED, Instant.EPOCH, 2));
  }

  @Test
  void filterWithTextThatHasNoCharacterFindsEveryTenant() {
    assertThat(new TenantFilter(Optional.empty(), Optional.of(" \t"))).isEqualTo(TenantFilter.ALL);
    assertThat(new TenantFilter(Optional.empty(), Optional.of(" shop ")).text()).contains("shop");
  }
}
