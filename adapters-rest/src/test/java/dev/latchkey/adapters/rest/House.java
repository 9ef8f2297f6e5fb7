package dev.latchkey.adapters.rest;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import dev.latchkey.adapters.rest.http.AllowedOrigins;
import dev.latchkey.adapters.rest.service.PublicAddress;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.application.port.in.ForDeduplicatingRequests;
import dev.latchkey.application.port.in.ForKeepingLeads;
import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingMembers;
import dev.latchkey.application.port.in.ForManagingTenants;
import dev.latchkey.application.port.in.ForReadingTheAudit;
import dev.latchkey.application.port.in.ForRecallingRefusals;
import dev.latchkey.domain.tenant.ChosenPassword;
import io.micronaut.context.annotation.Factory;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.mockito.Mockito;

/** The driving ports behind the server under test. */
@Factory
public final class House {

  public final ForManagingTenants tenants = mock();
  public final ForManagingKeys keys = mock();
  public final ForManagingMembers members = mock();
  public final ForManagingCampaigns campaigns = mock();
  public final ForKeepingLeads leads = mock();
  public final ForReadingTheAudit audit = mock();
  public final ForDeduplicatingRequests once = mock();
  public final ForRecallingRefusals refusals = mock();
  public final FakeAccess access;

  House(FakeAccess access) {
    this.access = access;
  }

  /** Everything as it was before any test: there is one tenant with one key and one member. */
  public void reset() {
    Mockito.reset(tenants, keys, members, campaigns, leads, audit, once, refusals);
    access.reset();
    when(tenants.find(any(), eq(Known.TENANT.id()))).thenReturn(Optional.of(Known.TENANT));
    when(keys.find(any(), eq(Known.KEY.id()))).thenReturn(Optional.of(Known.KEY));
    when(keys.delete(any(), any())).thenReturn(new ForManagingKeys.Deleting.NoSuchKey());
    when(members.find(any(), eq(Known.MEMBER.id()))).thenReturn(Optional.of(Known.MEMBER));
  }

  @Singleton
  ForManagingTenants tenants() {
    return tenants;
  }

  @Singleton
  ForManagingKeys keys() {
    return keys;
  }

  @Singleton
  ForManagingMembers members() {
    return members;
  }

  @Singleton
  ForChoosingPasswords passwords() {
    return (text, owner) -> ChosenPassword.read(text, owner, password -> password.reveal().equals("password"));
  }

  @Singleton
  ForManagingCampaigns campaigns() {
    return campaigns;
  }

  @Singleton
  ForKeepingLeads leads() {
    return leads;
  }

  @Singleton
  ForReadingTheAudit audit() {
    return audit;
  }

  @Singleton
  ForDeduplicatingRequests once() {
    return once;
  }

  @Singleton
  ForRecallingRefusals refusals() {
    return refusals;
  }

  @Singleton
  ClientAddress clientAddress() {
    return new ClientAddress(List.of());
  }

  @Singleton
  RecordClock recordClock() {
    return () -> Known.NOW;
  }

  @Singleton
  PublicAddress publicAddress() {
    return new PublicAddress(Optional.empty());
  }

  @Singleton
  AllowedOrigins allowedOrigins() {
    return AllowedOrigins.listOf(Known.ORIGIN);
  }

  @Singleton
  Client client(EmbeddedServer server) {
    return new Client(server);
  }
}
