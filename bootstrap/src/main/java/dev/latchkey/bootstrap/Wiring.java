package dev.latchkey.bootstrap;

import dev.latchkey.adapters.dashboard.frame.ClientAddresses;
import dev.latchkey.adapters.dashboard.frame.DashboardSettings;
import dev.latchkey.adapters.dashboard.frame.FormLimits;
import dev.latchkey.adapters.dashboard.frame.PresentTime;
import dev.latchkey.adapters.dashboard.session.SessionFilter;
import dev.latchkey.adapters.rest.access.ClientAddress;
import dev.latchkey.adapters.rest.access.OtherGuard;
import dev.latchkey.adapters.rest.kit.answer.RecordClock;
import dev.latchkey.adapters.rest.kit.http.AllowedOrigins;
import dev.latchkey.adapters.rest.kit.http.HttpLimits;
import dev.latchkey.adapters.rest.service.PublicAddress;
import dev.latchkey.adapters.system.Argon2Passwords;
import dev.latchkey.adapters.system.FailureBuckets;
import dev.latchkey.adapters.system.HmacSeals;
import dev.latchkey.adapters.system.KeptCommonPasswords;
import dev.latchkey.adapters.system.RandomSecrets;
import dev.latchkey.adapters.system.SignInBuckets;
import dev.latchkey.adapters.system.SystemClock;
import dev.latchkey.adapters.system.TimeOrderedIds;
import dev.latchkey.adapters.system.TrailMacs;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.application.port.in.ForCheckingPeppers;
import dev.latchkey.application.port.in.ForChoosingPasswords;
import dev.latchkey.application.port.in.ForDeduplicatingRequests;
import dev.latchkey.application.port.in.ForKeepingLeads;
import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.application.port.in.ForManagingKeys;
import dev.latchkey.application.port.in.ForManagingMembers;
import dev.latchkey.application.port.in.ForManagingOwnAccount;
import dev.latchkey.application.port.in.ForManagingTenants;
import dev.latchkey.application.port.in.ForReadingTheAudit;
import dev.latchkey.application.port.in.ForRecallingRefusals;
import dev.latchkey.application.port.in.ForSigningIn;
import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import dev.latchkey.application.port.out.ForFindingCredentials;
import dev.latchkey.application.port.out.ForHashingPasswords;
import dev.latchkey.application.port.out.ForKnowingCommonPasswords;
import dev.latchkey.application.port.out.ForLimitingFailures;
import dev.latchkey.application.port.out.ForLimitingRates;
import dev.latchkey.application.port.out.ForLimitingSignIns;
import dev.latchkey.application.port.out.ForMintingIds;
import dev.latchkey.application.port.out.ForMintingKeys;
import dev.latchkey.application.port.out.ForNotingRefusals;
import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.application.port.out.ForRecordingResponses;
import dev.latchkey.application.port.out.ForRecordingUse;
import dev.latchkey.application.port.out.ForSealingKeys;
import dev.latchkey.application.port.out.ForStoringCampaigns;
import dev.latchkey.application.port.out.ForStoringKeys;
import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.application.port.out.ForStoringMembers;
import dev.latchkey.application.port.out.ForStoringPepperChecks;
import dev.latchkey.application.port.out.ForStoringTenants;
import dev.latchkey.application.port.out.ForTellingTime;
import dev.latchkey.application.usecase.CheckAccess;
import dev.latchkey.application.usecase.CheckPeppers;
import dev.latchkey.application.usecase.ChoosePasswords;
import dev.latchkey.application.usecase.DeduplicateRequests;
import dev.latchkey.application.usecase.KeepLeads;
import dev.latchkey.application.usecase.ManageCampaigns;
import dev.latchkey.application.usecase.ManageKeys;
import dev.latchkey.application.usecase.ManageMembers;
import dev.latchkey.application.usecase.ManageOwnAccount;
import dev.latchkey.application.usecase.ManageTenants;
import dev.latchkey.application.usecase.ReadAudit;
import dev.latchkey.application.usecase.RecallRefusals;
import dev.latchkey.application.usecase.SignIn;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/**
 * How Latchkey is put together. Driving adapters ask for the driving ports; the use cases behind them get the driven
 * ports; the stores come from the persistence adapter, all else from the system adapter.
 */
@Factory
final class Wiring {

  @Singleton
  ForCheckingAccess checkingAccess(
      ForFindingCredentials credentials,
      ForStoringCampaigns campaigns,
      ForSealingKeys seals,
      ForLimitingRates rates,
      ForRecordingUse uses,
      ForTellingTime time,
      ForLimitingFailures failures,
      Settings settings) {
    return new CheckAccess(credentials, campaigns, seals, rates, uses, time, failures, settings.operatorToken());
  }

  @Singleton
  ForManagingTenants managingTenants(
      ForStoringTenants tenants, ForHashingPasswords passwords, ForMintingIds ids, ForTellingTime time) {
    return new ManageTenants(tenants, passwords, ids, time);
  }

  @Singleton
  ForManagingKeys managingKeys(
      ForStoringKeys keys, ForMintingKeys mint, ForSealingKeys seals, ForMintingIds ids, ForTellingTime time) {
    return new ManageKeys(keys, mint, seals, ids, time);
  }

  @Singleton
  ForManagingMembers managingMembers(
      ForStoringMembers members, ForHashingPasswords passwords, ForMintingIds ids, ForTellingTime time) {
    return new ManageMembers(members, passwords, ids, time);
  }

  @Singleton
  ForManagingCampaigns managingCampaigns(ForStoringCampaigns campaigns, ForMintingIds ids, ForTellingTime time) {
    return new ManageCampaigns(campaigns, ids, time);
  }

  @Singleton
  ForKeepingLeads keepingLeads(ForStoringLeads leads, ForMintingIds ids, ForTellingTime time) {
    return new KeepLeads(leads, ids, time);
  }

  @Singleton
  ForSigningIn signingIn(
      ForStoringMembers members,
      ForHashingPasswords passwords,
      ForMintingKeys mint,
      ForLimitingSignIns limits,
      ForTellingTime time) {
    return new SignIn(members, passwords, mint, limits, time);
  }

  @Singleton
  ForReadingTheAudit readingTheAudit(ForReadingTheTrail trail, ForAuthenticatingTheTrail macs) {
    return new ReadAudit(trail, macs);
  }

  @Singleton
  ForCheckingPeppers checkingPeppers(ForSealingKeys seals, ForStoringPepperChecks checks, ForStoringKeys keys) {
    return new CheckPeppers(seals, checks, keys);
  }

  @Singleton
  ForManagingOwnAccount managingOwnAccount(
      ForStoringMembers members,
      ForHashingPasswords passwords,
      ForMintingKeys mint,
      ForMintingIds ids,
      ForLimitingSignIns limits,
      ForTellingTime time) {
    return new ManageOwnAccount(members, passwords, mint, ids, limits, time);
  }

  @Singleton
  ForChoosingPasswords choosingPasswords(ForKnowingCommonPasswords common) {
    return new ChoosePasswords(common);
  }

  @Singleton
  ForDeduplicatingRequests answeringOnce(ForRecordingResponses answers, ForTellingTime time) {
    return new DeduplicateRequests(answers, time);
  }

  @Singleton
  ForRecallingRefusals recallingRefusals(ForNotingRefusals refusals, ForTellingTime time) {
    return new RecallRefusals(refusals, time);
  }

  @Singleton
  ForSealingKeys sealingKeys(Settings settings) {
    return new HmacSeals(settings.peppers());
  }

  @Singleton
  ForAuthenticatingTheTrail authenticatingTheTrail(Settings settings) {
    return new TrailMacs(settings.peppers());
  }

  @Singleton
  ForHashingPasswords hashingPasswords() {
    return new Argon2Passwords();
  }

  @Singleton
  ForKnowingCommonPasswords knowingCommonPasswords() {
    return new KeptCommonPasswords();
  }

  @Singleton
  ForMintingKeys mintingKeys() {
    return new RandomSecrets();
  }

  @Singleton
  ForLimitingFailures limitingFailures(MeterRegistry registry) {
    Counter dropped = Counter.builder("latchkey.dropped")
        .description("What was dropped because a bound was reached")
        .tag("what", "failure_sources")
        .register(registry);
    return new FailureBuckets(dropped::increment);
  }

  @Singleton
  ForLimitingSignIns limitingSignIns() {
    return new SignInBuckets();
  }

  @Singleton
  ForMintingIds mintingIds() {
    return new TimeOrderedIds();
  }

  @Singleton
  ForTellingTime tellingTime() {
    return new SystemClock();
  }

  @Singleton
  ClientAddress clientAddress(Settings settings) {
    return new ClientAddress(settings.trustedProxies());
  }

  @Singleton
  PublicAddress publicAddress(Settings settings) {
    return new PublicAddress(settings.publicUrl());
  }

  @Singleton
  AllowedOrigins allowedOrigins(Settings settings) {
    return settings.corsOrigins();
  }

  @Singleton
  HttpLimits httpLimits(Settings settings, ClientAddress clientAddress) {
    return new HttpLimits(
        settings.connectionsPerAddress(),
        clientAddress::isTrusted,
        (path, cookies) -> FormLimits.bytes(path, cookies).orElse(HttpLimits.LONGEST_BODY));
  }

  @Singleton
  OtherGuard dashboardGuard() {
    return SessionFilter::guards;
  }

  @Singleton
  ClientAddresses clientAddresses(ClientAddress clientAddress) {
    return request -> clientAddress.of(request.getRemoteAddress(), request.getHeaders());
  }

  @Singleton
  PresentTime presentTime(ForTellingTime time) {
    return time::now;
  }

  @Singleton
  RecordClock recordClock(ForTellingTime time) {
    return time::now;
  }

  @Singleton
  DashboardSettings dashboardSettings(Settings settings) {
    return new DashboardSettings(settings.publicUrl());
  }

  /** The address of the store, for a store that is not a data source of the framework. */
  @Singleton
  @Named("store-address")
  String storeAddress(Settings settings) {
    return settings.database().url();
  }

  /** The user name at the store; empty if there is none. */
  @Singleton
  @Named("store-username")
  String storeUsername(Settings settings) {
    return settings.database().username();
  }

  /** How long a start waits for a store that cannot be used. */
  @Singleton
  @Named("store-wait")
  Duration storeWait(Settings settings) {
    return settings.databaseWait();
  }

  /** The password at the store; empty if there is none. */
  @Singleton
  @Named("store-password")
  String storePassword(Settings settings) {
    return settings.database().password();
  }
}
