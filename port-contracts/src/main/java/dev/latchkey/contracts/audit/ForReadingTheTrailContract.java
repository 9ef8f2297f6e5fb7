package dev.latchkey.contracts.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.contracts.key.SettingsSamples;
import dev.latchkey.contracts.support.Edges;
import dev.latchkey.contracts.support.Household;
import dev.latchkey.contracts.support.Moments;
import dev.latchkey.contracts.support.NewIds;
import dev.latchkey.contracts.support.Promise;
import dev.latchkey.domain.Page;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.audit.Actor;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEntry;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.AuditFilter;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.audit.ChainLink;
import dev.latchkey.domain.audit.HeadMac;
import dev.latchkey.domain.audit.MacFinding;
import dev.latchkey.domain.audit.MacInput;
import dev.latchkey.domain.audit.StoredHead;
import dev.latchkey.domain.id.AuditEventId;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.Id;
import dev.latchkey.domain.id.MemberId;
import dev.latchkey.domain.key.ApiKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The promises of {@code ForReadingTheTrail}. */
public interface ForReadingTheTrailContract extends TamperingContract {

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Returns the head of the tenant's chain.")
  default void whereNothingHappenedThereIsNothingToRead() {
    Household household = Household.in(store());

    assertThat(trail().list(household.scope(), AuditFilter.ALL, PageRequest.first(20)))
        .isEqualTo(new Page<>(List.of(), OptionalLong.empty()));
    assertThat(trail().following(household.scope(), 0, 20)).isEmpty();
    assertThat(trail().head(household.scope())).isEqualTo(StoredHead.EMPTY);
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Returns the tenant's events that match the filter, newest first; "
      + "unreadable events are returned as such.")
  default void eventsAreListedNewestFirstPageByPage() {
    Household household = withKeys(5);
    List<AuditEvent> events = store().auditOf(household.id());

    Page<ChainLink> first = trail().list(household.scope(), AuditFilter.ALL, PageRequest.first(3));
    Page<ChainLink> second = trail().list(household.scope(), AuditFilter.ALL, new PageRequest(3, first.next()));

    assertThat(first.items()).containsExactly(whole(events.get(4)), whole(events.get(3)), whole(events.get(2)));
    assertThat(first.next()).hasValue(events.get(2).id().value());
    assertThat(second.items()).containsExactly(whole(events.get(1)), whole(events.get(0)));
    assertThat(second.next()).isEmpty();
    assertThat(trail().list(household.scope(), AuditFilter.ALL, PageRequest.first(5)).next()).isEmpty();
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "The list is sorted and divided into pages by event id, whatever "
      + "the order of the chain.")
  default void eventsWhoseIdsAreNotInTheOrderOfTheChainAreEachListedOnce() {
    Household household = Household.in(store());
    long ids = NewIds.block(4);
    for (long id : List.of(ids + 2, ids, ids + 3, ids + 1)) {
      ApiKey key = household.key("Till");
      store().keys().add(household.scope(), key, household.entry(id, AuditAction.KEY_CREATED, key.id()));
    }

    List<Long> listed = new ArrayList<>();
    Page<ChainLink> page = trail().list(household.scope(), AuditFilter.ALL, PageRequest.first(1));
    page.items().forEach(link -> listed.add(((ChainLink.Whole) link).event().id().value()));
    while (page.next().isPresent()) {
      page = trail().list(household.scope(), AuditFilter.ALL, new PageRequest(1, page.next()));
      page.items().forEach(link -> listed.add(((ChainLink.Whole) link).event().id().value()));
    }

    assertThat(listed).containsExactly(ids + 3, ids + 2, ids + 1, ids);
    assertThat(trail().following(household.scope(), 0, 20)).extracting(ChainLink::sequence).containsExactly(1L, 2L, 3L,
        4L);
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Returns up to limit links of the tenant's chain in chain order, "
      + "starting after the given sequence number.")
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
  @Promise(of = ForReadingTheTrail.class, says = "Returns the head of the tenant's chain.")
  default void theHeadIsTheLastEventsPlaceAndHash() {
    Household household = withKeys(2);
    AuditEvent last = store().auditOf(household.id()).getLast();

    StoredHead stored = trail().head(household.scope());
    assertThat(stored.head()).isEqualTo(new ChainHead(2, last.hash()));
    HeadMac mac = stored.mac().orElseThrow();
    assertThat(mac.sequence()).isEqualTo(2);
    assertThat(store().macs().check(MacInput.of(household.id(), stored.head()), mac.mac()))
        .isEqualTo(MacFinding.VALID);
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Returns the head of the tenant's chain.")
  default void aChangeThatWasNotMadeMovesNoHead() {
    Household household = withKeys(1);
    StoredHead before = trail().head(household.scope());
    ApiKey nobodys = household.key("Nobody's").with(SettingsSamples.PLAIN);

    store().keys().replace(household.scope(), nobodys, household.entry(AuditAction.KEY_CHANGED, nobodys.id()));

    assertThat(trail().head(household.scope())).isEqualTo(before);
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Returns the tenant's events that match the filter, newest first; "
      + "unreadable events are returned as such.")
  @Promise(of = ForReadingTheTrail.class, says = "Returns up to limit links of the tenant's chain in chain order, "
      + "starting after the given sequence number.")
  @Promise(of = ForReadingTheTrail.class, says = "Returns the head of the tenant's chain.")
  default void anotherTenantsEventsAreNotThere() {
    Household household = withKeys(1);
    Household other = withKeys(3);

    assertThat(trail().list(household.scope(), AuditFilter.ALL, PageRequest.first(20)).items())
        .isEqualTo(links(household));
    assertThat(trail().following(household.scope(), 0, 20)).isEqualTo(links(household));
    assertThat(trail().head(household.scope()).head().sequence()).isEqualTo(1);
    assertThat(trail().head(other.scope()).head().sequence()).isEqualTo(3);
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Returns the tenant's events that match the filter, newest first; "
      + "unreadable events are returned as such.")
  default void pagesOfEventsEndWhereTheEventsEnd() {
    Household household = withKeys(3);

    Edges.areRight(
        links(household).reversed(),
        request -> trail().list(household.scope(), AuditFilter.ALL, request),
        link -> link instanceof ChainLink.Whole(AuditEvent event, _) ? event.id().value() : 0);
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Returns the tenant's events that match the filter, newest first; "
      + "unreadable events are returned as such.")
  default void eventsAreListedByWhatWasDoneToWhatByWhomAndSinceWhen() {
    Household household = Household.in(store());
    ApiKey key = household.key("Till");
    ApiKey other = household.key("Door");
    Actor holder = new Actor.Holder(key.id());
    Actor member = new Actor.Staff(new MemberId(key.id().value()));
    List<AuditEntry> entries = List.of(
        entry(holder, AuditAction.KEY_CREATED, key.id(), 0),
        entry(member, AuditAction.KEY_CHANGED, key.id(), 10),
        entry(new Actor.Operator(), AuditAction.KEY_CHANGED, other.id(), 20),
        entry(holder, AuditAction.KEY_DELETED, new CampaignId(key.id().value()), 30));
    for (AuditEntry entry : entries) {
      store().keys().add(household.scope(), household.key("Any"), entry);
    }

    assertListed(household, filter(0, null, null, null), entries, 3, 2, 1, 0);
    assertListed(household, filter(10, null, null, null), entries, 3, 2, 1);
    assertListed(household, filter(30, null, null, null), entries, 3);
    assertListed(household, filter(31, null, null, null), entries);
    assertListed(household, filter(null, AuditAction.KEY_CHANGED, null, null), entries, 2, 1);
    assertListed(household, filter(null, AuditAction.MEMBER_ADDED, null, null), entries);
    assertListed(household, filter(null, null, holder, null), entries, 3, 0);
    assertListed(household, filter(null, null, member, null), entries, 1);
    assertListed(household, filter(null, null, new Actor.Operator(), null), entries, 2);
    assertListed(household, filter(null, null, null, key.id()), entries, 1, 0);
    assertListed(household, filter(null, null, null, new CampaignId(key.id().value())), entries, 3);
    assertListed(household, filter(null, null, null, new MemberId(key.id().value())), entries);
    assertListed(household, filter(null, AuditAction.KEY_DELETED, holder, null), entries, 3);
    assertListed(household, filter(10, AuditAction.KEY_CHANGED, member, key.id()), entries, 1);
    assertListed(household, filter(11, AuditAction.KEY_CHANGED, member, key.id()), entries);
    assertListed(household, filter(null, AuditAction.KEY_CREATED, null, other.id()), entries);
    assertListed(household, filter(null, null, holder, other.id()), entries);
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Returns the tenant's events that match the filter, newest first; "
      + "unreadable events are returned as such.")
  default void filteredEventsAreListedPageByPage() {
    Household household = withKeys(5);
    List<AuditEvent> events = store().auditOf(household.id());
    AuditFilter created = filter(0, AuditAction.KEY_CREATED, null, null);

    Page<ChainLink> first = trail().list(household.scope(), created, PageRequest.first(3));
    Page<ChainLink> second = trail().list(household.scope(), created, new PageRequest(3, first.next()));

    assertThat(first.items()).containsExactly(whole(events.get(4)), whole(events.get(3)), whole(events.get(2)));
    assertThat(second.items()).containsExactly(whole(events.get(1)), whole(events.get(0)));
    assertThat(second.next()).isEmpty();
  }

  @Test
  @Promise(of = ForReadingTheTrail.class, says = "Each event, and with it the head of the chain, has a MAC of "
      + "ForAuthenticatingTheTrail.")
  default void eachEventAndTheEndHaveAMac() {
    Household household = withKeys(2);

    assertThat(trail().following(household.scope(), 0, 20)).isEqualTo(links(household));
    StoredHead stored = trail().head(household.scope());
    assertThat(stored.mac()).contains(
        new HeadMac(2, store().macs().authenticate(MacInput.of(household.id(), stored.head()))));
  }

  private void assertListed(Household household, AuditFilter filter, List<AuditEntry> entries, int... wanted) {
    List<Long> ids = trail().list(household.scope(), filter, PageRequest.first(20))
        .items()
        .stream()
        .map(link -> ((ChainLink.Whole) link).event().id().value())
        .toList();
    assertThat(ids).as(filter.toString())
        .containsExactlyElementsOf(IntStream.of(wanted).mapToObj(i -> entries.get(i).id().value()).toList());
  }

  private static AuditEntry entry(Actor actor, AuditAction action, Id subject, int seconds) {
    return new AuditEntry(new AuditEventId(NewIds.next()), actor, action, subject, Moments.NOW.plusSeconds(seconds),
        Optional.empty(), new TreeMap<>());
  }

  private static AuditFilter filter(
      @Nullable Integer seconds, @Nullable AuditAction action, @Nullable Actor actor, @Nullable Id subject) {
    return new AuditFilter(
        Optional.ofNullable(seconds).map(Moments.NOW::plusSeconds),
        Optional.ofNullable(action),
        Optional.ofNullable(actor),
        Optional.ofNullable(subject));
  }

  private ChainLink whole(AuditEvent event) {
    return new ChainLink.Whole(event, Optional.of(store().macs().authenticate(MacInput.of(event))));
  }

  private Household withKeys(int number) {
    Household household = Household.in(store());
    for (int i = 0; i < number; i++) {
      household.stored(household.key("Till " + i));
    }
    return household;
  }

  private List<ChainLink> links(Household household) {
    return store().auditOf(household.id()).stream().map(this::whole).toList();
  }

  private ForReadingTheTrail trail() {
    return store().trail();
  }
}
