package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.application.port.out.ForNotingRefusals;
import dev.latchkey.application.port.out.ForPreparingTheStore;
import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.application.port.out.ForRecordingResponses;
import dev.latchkey.application.port.out.ForRecordingUse;
import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.ForStoringPepperChecks;
import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.contracts.support.StoreUnderTest;
import dev.latchkey.contracts.support.Tampering;
import dev.latchkey.domain.audit.AuditAction;
import dev.latchkey.domain.audit.AuditEvent;
import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.id.TenantId;
import io.micronaut.context.ApplicationContext;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** This adapter on a file of its own in a temporary folder. */
record StoreOfTests(ApplicationContext context) implements StoreUnderTest {

  private static final class Shared {
    static final StoreOfTests STORE = started();
  }

  /** One for all tests: they make tenants of their own. */
  static StoreOfTests shared() {
    return Shared.STORE;
  }

  static StoreOfTests started() {
    ApplicationContext context = ApplicationContext.builder()
        // By the wall clock all entries of the tests are past, and a slow run would lose them after a minute.
        .properties(Map.of("latchkey.jobs.pruning", "1d"))
        .build();
    String address = "mvstore:" + folder().resolve("store.mv");
    context.registerSingleton(String.class, address, Qualifiers.byName("store-address"));
    return new StoreOfTests(context.start());
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("latchkey-mvstore");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Store store() {
    return context.getBean(Store.class);
  }

  @Override
  public ForStoringTenants tenants() {
    return context.getBean(ForStoringTenants.class);
  }

  @Override
  public ForStoringKeys keys() {
    return context.getBean(ForStoringKeys.class);
  }

  @Override
  public ForStoringCampaigns campaigns() {
    return context.getBean(ForStoringCampaigns.class);
  }

  @Override
  public ForStoringLeads leads() {
    return context.getBean(ForStoringLeads.class);
  }

  @Override
  public ForStoringMembers members() {
    return context.getBean(ForStoringMembers.class);
  }

  @Override
  public ForFindingCredentials credentials() {
    return context.getBean(ForFindingCredentials.class);
  }

  @Override
  public ForRecordingUse uses() {
    return context.getBean(ForRecordingUse.class);
  }

  @Override
  public void settleUses() {
    context.getBean(MvUses.class).flush();
  }

  @Override
  public ForLimitingRates rates() {
    return context.getBean(ForLimitingRates.class);
  }

  @Override
  public ForNotingRefusals refusals() {
    return context.getBean(ForNotingRefusals.class);
  }

  @Override
  public void settleRefusals() {
    context.getBean(MvRefusals.class).write();
  }

  @Override
  public ForReadingTheTrail trail() {
    return context.getBean(ForReadingTheTrail.class);
  }

  @Override
  public ForRecordingResponses answers() {
    return context.getBean(ForRecordingResponses.class);
  }

  @Override
  public ForStoringPepperChecks pepperChecks() {
    return context.getBean(ForStoringPepperChecks.class);
  }

  @Override
  public ForPreparingTheStore preparation() {
    return context.getBean(ForPreparingTheStore.class);
  }

  @Override
  public ForAuthenticatingTheTrail macs() {
    return context.getBean(ForAuthenticatingTheTrail.class);
  }

  @Override
  public List<AuditEvent> auditOf(TenantId tenant) {
    return store().read(
        view -> view.under(StoreMap.AUDIT_EVENT, Key.of(tenant))
            .map(entry -> entry.as(EventDocument.class).toEvent(tenant, entry.number()))
            .toList());
  }

  @Override
  public void tamper(TenantId tenant, Tampering tampering) {
    store().write(change -> {
      switch (tampering) {
        case Tampering.Delete(long sequence) -> {
          EventDocument event = stored(change, tenant, sequence);
          change.remove(StoreMap.AUDIT_EVENT, Key.of(tenant).then(sequence));
          change.remove(StoreMap.AUDIT_EVENT_BY_ID, Key.of(tenant).then(event.id()));
        }
        case Tampering.Change(long sequence, AuditAction action) ->
          place(change, tenant, sequence, withAction(stored(change, tenant, sequence), action.label()));
        case Tampering.MakeUnreadable(long sequence) ->
          place(change, tenant, sequence, withAction(stored(change, tenant, sequence), "none"));
        case Tampering.Swap(long one, long other) -> {
          EventDocument event = stored(change, tenant, one);
          place(change, tenant, one, stored(change, tenant, other));
          place(change, tenant, other, event);
        }
        case Tampering.ResetHead(ChainHead head) -> {
          HeadDocument before = stored(change, StoreMap.AUDIT_HEAD, Key.of(tenant), HeadDocument.class);
          change.put(
              StoreMap.AUDIT_HEAD,
              Key.of(tenant),
              new HeadDocument(head.sequence(), head.hash(), before.mac(), before.macPepper()));
        }
      }
      return tampering;
    });
  }

  private static EventDocument stored(Change change, TenantId tenant, long sequence) {
    return stored(change, StoreMap.AUDIT_EVENT, Key.of(tenant).then(sequence), EventDocument.class);
  }

  private static <T> T stored(Change change, StoreMap map, Key key, Class<T> type) {
    return change.view()
        .get(map, key, type)
        .orElseThrow(() -> new IllegalStateException("The map " + map + " has no entry " + key.text()));
  }

  /** Puts an event at a position, where it is also found by its id. */
  private static void place(Change change, TenantId tenant, long sequence, EventDocument event) {
    change.put(StoreMap.AUDIT_EVENT, Key.of(tenant).then(sequence), event);
    change.put(StoreMap.AUDIT_EVENT_BY_ID, Key.of(tenant).then(event.id()), sequence);
  }

  private static EventDocument withAction(EventDocument event, String action) {
    return new EventDocument(
        event.id(),
        event.actor(),
        action,
        event.subject(),
        event.at(),
        event.address(),
        event.details(),
        event.previousHash(),
        event.hash(),
        event.mac(),
        event.macPepper());
  }
}
