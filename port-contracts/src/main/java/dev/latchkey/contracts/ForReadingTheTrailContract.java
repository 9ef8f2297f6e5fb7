package dev.latchkey.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.key.ApiKey;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** All that is asked of an implementation of {@code ForReadingTheTrail}. */
@Untested(of = ForReadingTheTrail.class, says = "Nothing is trusted: what somebody made unreadable behind the "
    + "application's back comes back as such.", because = "No contract can write behind the application's back; "
        + "each adapter's own test does, such as TamperedTrailTests.")
@Untested(of = ForReadingTheTrail.class, says = "The tenant's events, newest first; what cannot be read comes "
    + "back as such.", because = "What cannot be read: no contract can write behind the application's back; "
        + "each adapter's own test does, such as TamperedTrailTests.")
public interface ForReadingTheTrailContract extends StoreContract {

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Where the tenant's chain ends.")
  default void whereNothingHappenedThereIsNothingToRead() {
    Household household = Household.in(store());

    assertThat(trail().list(household.scope(), PageRequest.first(20)))
        .isEqualTo(new Page<>(List.of(), OptionalLong.empty()));
    assertThat(trail().following(household.scope(), 0, 20)).isEmpty();
    assertThat(trail().head(household.scope())).isEqualTo(ChainHead.EMPTY);
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "The tenant's events, newest first; what cannot be read comes "
      + "back as such.")
  default void eventsAreListedNewestFirstPageByPage() {
    Household household = withKeys(5);
    List<AuditEvent> events = store().auditOf(household.id());

    Page<ChainLink> first = trail().list(household.scope(), PageRequest.first(3));
    Page<ChainLink> second = trail().list(household.scope(), new PageRequest(3, first.next()));

    assertThat(first.items()).containsExactly(whole(events.get(4)), whole(events.get(3)), whole(events.get(2)));
    assertThat(first.next()).hasValue(events.get(2).id().value());
    assertThat(second.items()).containsExactly(whole(events.get(1)), whole(events.get(0)));
    assertThat(second.next()).isEmpty();
    assertThat(trail().list(household.scope(), PageRequest.first(5)).next()).isEmpty();
  }

  @Test
  default void eventsWhoseIdsAreNotInTheOrderOfTheChainAreEachListedOnce() {
    Household household = Household.in(store());
    long ids = NewIds.block(4);
    for (long id : List.of(ids + 2, ids, ids + 3, ids + 1)) {
      ApiKey key = household.key("Till");
      store().keys().add(household.scope(), key, household.entry(id, AuditAction.KEY_CREATED, key.id()));
    }

    List<Long> listed = new ArrayList<>();
    Page<ChainLink> page = trail().list(household.scope(), PageRequest.first(1));
    page.items().forEach(link -> listed.add(((ChainLink.Whole) link).event().id().value()));
    while (page.next().isPresent()) {
      page = trail().list(household.scope(), new PageRequest(1, page.next()));
      page.items().forEach(link -> listed.add(((ChainLink.Whole) link).event().id().value()));
    }

    assertThat(listed).containsExactly(ids + 3, ids + 2, ids + 1, ids);
    assertThat(trail().following(household.scope(), 0, 20)).extracting(ChainLink::sequence).containsExactly(1L, 2L, 3L,
        4L);
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Up to so many links of the tenant's chain in its order, from the "
      + "one behind the given place.")
  default void theChainIsReadInItsOrderFromAnyPlace() {
    Household household = withKeys(5);
    List<ChainLink> links = links(household);

    assertThat(trail().following(household.scope(), 0, 20)).isEqualTo(links);
    assertThat(trail().following(household.scope(), 0, 5)).isEqualTo(links);
    assertThat(trail().following(household.scope(), 0, 2)).isEqualTo(links.subList(0, 2));
    assertThat(trail().following(household.scope(), 2, 2)).isEqualTo(links.subList(2, 4));
    assertThat(trail().following(household.scope(), 4, 20)).isEqualTo(links.subList(4, 5));
    assertThat(trail().following(household.scope(), 5, 20)).isEmpty();
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Where the tenant's chain ends.")
  default void theHeadIsTheLastEventsPlaceAndHash() {
    Household household = withKeys(2);
    AuditEvent last = store().auditOf(household.id()).getLast();

    assertThat(trail().head(household.scope())).isEqualTo(new ChainHead(2, last.hash()));
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Where the tenant's chain ends.")
  default void aChangeThatWasNotMadeMovesNoHead() {
    Household household = withKeys(1);
    ChainHead before = trail().head(household.scope());
    ApiKey nobodys = household.key("Nobody's").with(SettingsSamples.PLAIN);

    store().keys().replace(household.scope(), nobodys, household.entry(AuditAction.KEY_CHANGED, nobodys.id()));

    assertThat(trail().head(household.scope())).isEqualTo(before);
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "The tenant's events, newest first; what cannot be read comes "
      + "back as such.")
  @Promise(of = ForReadingTheTrail.class, says = "Up to so many links of the tenant's chain in its order, from the "
      + "one behind the given place.")
  @Promise(of = ForReadingTheTrail.class, says = "Where the tenant's chain ends.")
  default void anotherTenantsEventsAreNotThere() {
    Household household = withKeys(1);
    Household other = withKeys(3);

    assertThat(trail().list(household.scope(), PageRequest.first(20)).items())
        .isEqualTo(links(household));
    assertThat(trail().following(household.scope(), 0, 20)).isEqualTo(links(household));
    assertThat(trail().head(household.scope()).sequence()).isEqualTo(1);
    assertThat(trail().head(other.scope()).sequence()).isEqualTo(3);
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "The tenant's events, newest first; what cannot be read comes "
      + "back as such.")
  default void pagesOfEventsEndWhereTheEventsEnd() {
    Household household = withKeys(3);

    Edges.areRight(
        links(household).reversed(),
        request -> trail().list(household.scope(), request),
        link -> link instanceof ChainLink.Whole(AuditEvent event) ? event.id().value() : 0);
  }

  private static ChainLink whole(AuditEvent event) {
    return new ChainLink.Whole(event);
  }

  private Household withKeys(int number) {
    Household household = Household.in(store());
    for (int i = 0; i < number; i++) {
      household.stored(household.key("Till " + i));
    }
    return household;
  }

  private List<ChainLink> links(Household household) {
    return store().auditOf(household.id()).stream().<ChainLink>map(ChainLink.Whole::new).toList();
  }

  private ForReadingTheTrail trail() {
    return store().trail();
  }
}
