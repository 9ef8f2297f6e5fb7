package dev.latchkey.contracts.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.Written;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.contracts.support.Race;
import dev.latchkey.contracts.support.StoreContract;
import dev.latchkey.contracts.support.Visitors;
import dev.latchkey.domain.FieldUpdate;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.TenantScope;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.tenant.Member;
import dev.latchkey.domain.tenant.Role;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The promises about owners who change each other. */
public interface OwnerChangesContract extends StoreContract {

  String STILL_AN_OWNER = "A member who acts on another member must still be an owner, or nothing is written";

  @Test
  @Promise(of = ForStoringMembers.class, says = STILL_AN_OWNER + ": of two owners who demote or remove each other "
      + "concurrently, one remains.")
  @Promise(of = ForStoringMembers.class, says = STILL_AN_OWNER + ".")
  default void formerOwnerChangesAndRemovesNobodyElse() {
    Household household = Household.in(store());
    Member ada = household.stored(household.member(Role.OWNER, "ada@shop.example"));
    Member bob = household.stored(household.member(Role.OWNER, "bob@shop.example"));
    TenantScope adas = Visitors.managing(household.tenant(), ada);
    Member admin = ada.changed(FieldUpdate.to(Role.ADMIN), FieldUpdate.keep());
    assertThat(replaced(Visitors.managing(household.tenant(), bob), household, ada, admin)).isEqualTo(Written.DONE);
    List<AuditEntry> entries = household.entries();

    assertThat(replaced(adas, household, bob, bob.changed(FieldUpdate.to(Role.ADMIN), FieldUpdate.keep())))
        .isEqualTo(Written.STALE);
    assertThat(removed(adas, household, bob)).isEqualTo(Written.STALE);
    removed(household.scope(), household, admin);
    assertThat(removed(adas, household, bob)).isEqualTo(Written.STALE);

    assertThat(household.find(bob)).contains(bob);
    assertThat(household.entries()).hasSize(entries.size() + 1);
  }

  @Test
  @Promise(of = ForStoringMembers.class, says = STILL_AN_OWNER + ": of two owners who demote or remove each other "
      + "concurrently, one remains.")
  default void ofTwoOwnersWhoRemoveOrDemoteEachOtherAtOnceOneStays() throws Exception {
    for (int round = 0; round < Race.ROUNDS; round++) {
      Household household = Household.in(store());
      List<Member> owners = List.of(
          household.stored(household.member(Role.OWNER, "ada@shop.example")),
          household.stored(household.member(Role.OWNER, "bob@shop.example")));
      boolean demote = round % 2 == 0;

      List<Written> ends = Race.of(i -> () -> {
        Member other = owners.get((i + 1) % 2);
        TenantScope scope = Visitors.managing(household.tenant(), owners.get(i % 2));
        return demote
            ? replaced(scope, household, other, other.changed(FieldUpdate.to(Role.VIEWER), FieldUpdate.keep()))
            : removed(scope, household, other);
      });

      assertThat(Collections.frequency(ends, Written.DONE)).isEqualTo(1);
      assertThat(store().members().list(household.scope(), PageRequest.first(20)).items())
          .filteredOn(member -> member.role() == Role.OWNER).hasSize(1);
    }
  }

  private Written replaced(TenantScope scope, Household household, Member before, Member changed) {
    return store().members()
        .replace(scope, before, changed, household.entry(AuditAction.MEMBER_CHANGED, before.id()));
  }

  private Written removed(TenantScope scope, Household household, Member member) {
    return store().members().remove(scope, member, household.entry(AuditAction.MEMBER_REMOVED, member.id()));
  }
}
