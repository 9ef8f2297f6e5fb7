# rule: what compiles and is caught by architecture-tests on our own code
# shellcheck shell=bash

rules_on_our_code=(-pl architecture-tests -am test -Dtest=OurOwnCodeTest -Dsurefire.failIfNoSpecifiedTests=false)

breaks() { # RULE SIGN: the rule that has to find it, and the line that it has to print
  by "rule $1"
  build "${rules_on_our_code[@]}"
  caught "$2"
}

time_by_method_reference() {
  about "The domain reads the clock by a method reference"
  breaks coreAsksNobodyForTimeOrChance 'dev.latchkey.domain.Sundial'
  plant domain/src/main/java/dev/latchkey/domain/Sundial.java <<'JAVA'
package dev.latchkey.domain;

import java.time.Instant;
import java.util.function.Supplier;

record Sundial(Supplier<Instant> now) {

  static Sundial here() {
    return new Sundial(Instant::now);
  }
}
JAVA
}

use_case_prints() {
  about "A use case prints to the console"
  breaks coreDoesNoInputOrOutput 'dev.latchkey.application.usecase.Loud'
  plant application/src/main/java/dev/latchkey/application/usecase/Loud.java <<'JAVA'
package dev.latchkey.application.usecase;

record Loud(String text) {

  void say() {
    System.out.println(text);
  }
}
JAVA
}

use_case_starts_a_thread() {
  about "A use case starts a thread"
  breaks coreStartsNoThreads 'dev.latchkey.application.usecase.Hurried'
  plant application/src/main/java/dev/latchkey/application/usecase/Hurried.java <<'JAVA'
package dev.latchkey.application.usecase;

record Hurried(Runnable work) {

  void start() {
    Thread.ofVirtual().start(work);
  }
}
JAVA
}

domain_object_changes() {
  about "A domain object can change after it was checked"
  breaks coreObjectsAreImmutable 'dev.latchkey.domain.Fickle'
  plant domain/src/main/java/dev/latchkey/domain/Fickle.java <<'JAVA'
package dev.latchkey.domain;

final class Fickle {

  private int turns;

  int turn() {
    turns++;
    return turns;
  }
}
JAVA
}

domain_keeps_static_state() {
  about "The domain keeps state that all tenants share"
  breaks coreSharesNoMutableState 'dev.latchkey.domain.Shared'
  plant domain/src/main/java/dev/latchkey/domain/Shared.java <<'JAVA'
package dev.latchkey.domain;

import java.util.HashMap;

final class Shared {

  static final HashMap<String, String> SEEN = new HashMap<>();

  private Shared() {}
}
JAVA
}

secret_in_a_record() {
  about "A record holds a secret, which its toString would reveal"
  breaks secretCarriersAreNoRecords 'dev.latchkey.domain.key.LooseSecret> holds a secret and is a record'
  plant domain/src/main/java/dev/latchkey/domain/key/LooseSecret.java <<'JAVA'
package dev.latchkey.domain.key;

record LooseSecret(String secret) {}
JAVA
}

checked_exception() {
  about "A use case declares a checked exception"
  breaks coreDeclaresNoCheckedExceptions 'dev.latchkey.application.usecase.Complains'
  plant application/src/main/java/dev/latchkey/application/usecase/Complains.java <<'JAVA'
package dev.latchkey.application.usecase;

record Complains(String text) {

  void complain() throws InterruptedException {
    if (text.isEmpty()) {
      throw new InterruptedException();
    }
  }
}
JAVA
}

packages_in_a_circle() {
  about "Two packages of the domain depend on each other"
  breaks packagesAreAcyclic 'dev.latchkey.domain.id.Knows'
  plant domain/src/main/java/dev/latchkey/domain/id/Knows.java <<'JAVA'
package dev.latchkey.domain.id;

import dev.latchkey.domain.key.ApiKey;

record Knows(ApiKey key) {}
JAVA
}

port_named_after_its_answerer() {
  about "A port is named Repository"
  breaks portsAreNamedForWhatTheyAreFor 'dev.latchkey.application.port.out.LeadRepository'
  plant application/src/main/java/dev/latchkey/application/port/out/LeadRepository.java <<'JAVA'
package dev.latchkey.application.port.out;

/** Misnamed. */
public interface LeadRepository {

  /** Counts. */
  long count();
}
JAVA
}

outcome_is_open() {
  about "A port returns an outcome type that is not sealed"
  breaks outcomesAreSealed 'dev.latchkey.application.port.in.ForGuessingWell'
  plant application/src/main/java/dev/latchkey/application/port/in/ForGuessingWell.java <<'JAVA'
package dev.latchkey.application.port.in;

/** Answers with anything. */
public interface ForGuessingWell {

  /** Open. */
  interface Guess {}

  /** Guesses. */
  Guess guess();
}
JAVA
}

second_use_case() {
  about "A driving port has a second use case"
  breaks eachDrivingPortHasOneUseCase 'ForReadingTheAudit.* has 2 use cases'
  plant application/src/main/java/dev/latchkey/application/usecase/ReadAuditAgain.java <<'JAVA'
package dev.latchkey.application.usecase;

import dev.latchkey.application.port.in.ForReadingTheAudit;

abstract class ReadAuditAgain implements ForReadingTheAudit {}
JAVA
}

driven_port_inside_the_wiring() {
  about "The wiring implements a driven port itself"
  breaks drivenPortsAreImplementedInAdapters 'dev.latchkey.bootstrap.Counter'
  plant bootstrap/src/main/java/dev/latchkey/bootstrap/Counter.java <<'JAVA'
package dev.latchkey.bootstrap;

import dev.latchkey.application.port.out.ForMintingIds;

record Counter(long from) implements ForMintingIds {

  @Override
  public long next() {
    return from;
  }
}
JAVA
}

store_without_its_tenant() {
  about "A store method takes no proof of access"
  breaks storesAreAskedWithProof 'ForStoringKeys.findAnybodys'
  bend application/src/main/java/dev/latchkey/application/port/out/ForStoringKeys.java 's/^  Optional<ApiKey> find\(.*/&\n\n  \/** Whoever it belongs to. *\/\n  default Optional<ApiKey> findAnybodys(KeyId id) {\n    return Optional.empty();\n  }/'
}

driving_adapter_asks_a_store() {
  about "A controller calls a driven port and bypasses the use case"
  breaks adaptersStandOnOneSide 'dev.latchkey.adapters.rest.lead.Bypass'
  plant adapters-rest/src/main/java/dev/latchkey/adapters/rest/lead/Bypass.java <<'JAVA'
package dev.latchkey.adapters.rest.lead;

import dev.latchkey.application.port.out.ForStoringKeys;

record Bypass(ForStoringKeys keys) {}
JAVA
}

adapter_constructs_a_use_case() {
  about "An adapter constructs a use case"
  breaks onlyBootstrapConstructsUseCases 'dev.latchkey.adapters.dashboard.key.SelfMade'
  plant adapters-dashboard/src/main/java/dev/latchkey/adapters/dashboard/key/SelfMade.java <<'JAVA'
package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.application.port.out.ForAuthenticatingTheTrail;
import dev.latchkey.application.port.out.ForReadingTheTrail;
import dev.latchkey.application.usecase.ReadAudit;

record SelfMade(ForReadingTheTrail trail, ForAuthenticatingTheTrail macs) {

  Object made() {
    return new ReadAudit(trail, macs);
  }
}
JAVA
}

adapter_names_a_use_case() {
  about "An adapter names the class behind a port"
  breaks adaptersReachTheCoreThroughPorts 'dev.latchkey.adapters.rest.lead.Particular'
  plant adapters-rest/src/main/java/dev/latchkey/adapters/rest/lead/Particular.java <<'JAVA'
package dev.latchkey.adapters.rest.lead;

import dev.latchkey.application.usecase.ReadAudit;

record Particular(ReadAudit audit) {}
JAVA
}

row_leaves_persistence() {
  about "Bootstrap names a database row class"
  breaks rowsAndRepositoriesStayInside 'dev.latchkey.bootstrap.RowReader.*TenantRow'
  plant bootstrap/src/main/java/dev/latchkey/bootstrap/RowReader.java <<'JAVA'
package dev.latchkey.bootstrap;

import dev.latchkey.adapters.persistence.tenant.TenantRow;

record RowReader(TenantRow row) {}
JAVA
}

sql_outside_persistence() {
  about "The dashboard uses SQL"
  breaks storeTechnologyStaysInPersistence 'dev.latchkey.adapters.dashboard.key.Direct'
  plant adapters-dashboard/src/main/java/dev/latchkey/adapters/dashboard/key/Direct.java <<'JAVA'
package dev.latchkey.adapters.dashboard.key;

import javax.sql.DataSource;

record Direct(DataSource source) {}
JAVA
}

class_without_a_home() {
  about "A class is outside of every known package"
  breaks everyClassHasAHome 'dev.latchkey.util.Strings'
  plant bootstrap/src/main/java/dev/latchkey/util/package-info.java <<'JAVA'
/** Everything else. */
@NullMarked
package dev.latchkey.util;

import org.jspecify.annotations.NullMarked;
JAVA
  plant bootstrap/src/main/java/dev/latchkey/util/Strings.java <<'JAVA'
package dev.latchkey.util;

record Strings(String text) {}
JAVA
}

endpoint_without_security() {
  about "An endpoint does not state its security"
  breaks endpointsStateTheirSecurity 'dev.latchkey.adapters.rest.service.OpenHouse.*who may call'
  plant adapters-rest/src/main/java/dev/latchkey/adapters/rest/service/OpenHouse.java <<'JAVA'
package dev.latchkey.adapters.rest.service;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

@Controller("/open-house")
final class OpenHouse {

  @Get
  String welcome() {
    return "welcome";
  }
}
JAVA
}

endpoint_blocks_the_event_loop() {
  about "An endpoint waits for the store on the event loop"
  breaks endpointsLeaveTheEventLoop 'dev.latchkey.adapters.rest.lead.Sluggish.*event loop'
  plant adapters-rest/src/main/java/dev/latchkey/adapters/rest/lead/Sluggish.java <<'JAVA'
package dev.latchkey.adapters.rest.lead;

import dev.latchkey.application.port.in.ForManagingCampaigns;
import dev.latchkey.domain.PageRequest;
import dev.latchkey.domain.access.Caller;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;

@Controller("/sluggish")
@Secured("campaigns:read")
final class Sluggish {

  private final ForManagingCampaigns campaigns;

  Sluggish(ForManagingCampaigns campaigns) {
    this.campaigns = campaigns;
  }

  @Get
  int count(Caller caller) {
    return campaigns.list(caller, PageRequest.first(1)).items().size();
  }
}
JAVA
}

job_that_never_runs() {
  about "A scheduled method also runs at shutdown, so it is never scheduled"
  breaks jobsRunByTheClock 'dev.latchkey.adapters.persistence.key.JdbcUses.flush.*never by the clock'
  bend adapters-persistence/src/main/java/dev/latchkey/adapters/persistence/key/JdbcUses.java \
    '/A separate method/d; /^  @PreDestroy/,/^  }/d; s/^  @Scheduled/  @PreDestroy\n&/'
}

core_swallows_every_failure() {
  about "A use case catches Throwable and answers that there is nothing"
  breaks coreCatchesOnlyWhatItExpects 'dev.latchkey.application.usecase.Swallows.*catches java.lang.Throwable'
  plant application/src/main/java/dev/latchkey/application/usecase/Swallows.java <<'JAVA'
package dev.latchkey.application.usecase;

import java.util.Optional;
import java.util.function.Supplier;

record Swallows(Supplier<String> store) {

  Optional<String> find() {
    try {
      return Optional.of(store.get());
    } catch (Throwable gone) {
      return Optional.empty();
    }
  }
}
JAVA
}

cache_behind_an_interface() {
  about "A use case caches in a map, in a field of the interface's type"
  breaks coreCollectionsAreUnmodifiable 'dev.latchkey.application.usecase.Cached.seen.*java.util.HashMap'
  plant application/src/main/java/dev/latchkey/application/usecase/Cached.java <<'JAVA'
package dev.latchkey.application.usecase;

import java.util.HashMap;
import java.util.Map;

final class Cached {

  private final Map<String, String> seen = new HashMap<>();

  String find(String name) {
    return seen.computeIfAbsent(name, missing -> missing);
  }
}
JAVA
}

static_list_behind_an_interface() {
  about "The domain shares a list, in a static field of the interface's type"
  breaks coreCollectionsAreUnmodifiable 'dev.latchkey.domain.Recent.RECENT.*java.util.ArrayList'
  plant domain/src/main/java/dev/latchkey/domain/Recent.java <<'JAVA'
package dev.latchkey.domain;

import java.util.ArrayList;
import java.util.List;

final class Recent {

  static final List<String> RECENT = new ArrayList<>();

  private Recent() {}
}
JAVA
}

default_locale_in_silence() {
  about "The domain writes a number in the locale of the machine"
  breaks localeZoneAndCharsetAreStated 'dev.latchkey.domain.Amount.*java.lang.String.formatted'
  plant domain/src/main/java/dev/latchkey/domain/Amount.java <<'JAVA'
package dev.latchkey.domain;

record Amount(long number) {

  String text() {
    return "%,d".formatted(number);
  }
}
JAVA
}

token_in_a_record() {
  about "A record holds a token, which its toString would reveal"
  breaks recordsPrintNoSecrets 'dev.latchkey.domain.tenant.Invitation.token'
  plant domain/src/main/java/dev/latchkey/domain/tenant/Invitation.java <<'JAVA'
package dev.latchkey.domain.tenant;

record Invitation(Email email, String token) {}
JAVA
}

memo_within_a_function() {
  about "A use case caches in a map that only a function knows"
  breaks coreCollectionsAreUnmodifiable 'dev.latchkey.application.usecase.Memo.find.*keeps a new java.util.HashMap'
  plant application/src/main/java/dev/latchkey/application/usecase/Memo.java <<'JAVA'
package dev.latchkey.application.usecase;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

final class Memo {

  private final UnaryOperator<String> find = memo();

  String find(String name) {
    return find.apply(name);
  }

  private static UnaryOperator<String> memo() {
    Map<String, String> seen = new HashMap<>();
    return name -> seen.computeIfAbsent(name, missing -> missing);
  }
}
JAVA
}

use_case_that_is_a_map() {
  about "A class of the core inherits its state from a collection"
  breaks coreObjectsAreImmutable 'dev.latchkey.application.usecase.Remembered> can change'
  plant application/src/main/java/dev/latchkey/application/usecase/Remembered.java <<'JAVA'
package dev.latchkey.application.usecase;

import java.util.HashMap;

final class Remembered extends HashMap<String, String> {

  private static final long serialVersionUID = 1;
}
JAVA
}

token_in_a_printed_class() {
  about "A class prints a token through another of its methods"
  breaks recordsPrintNoSecrets 'dev.latchkey.domain.tenant.Ticket.token> is printed by its class'
  plant domain/src/main/java/dev/latchkey/domain/tenant/Ticket.java <<'JAVA'
package dev.latchkey.domain.tenant;

final class Ticket {

  private final String token;

  Ticket(String token) {
    this.token = token;
  }

  @Override
  public String toString() {
    return "Ticket[" + described() + "]";
  }

  private String described() {
    return token;
  }
}
JAVA
}

endpoint_of_the_wiring() {
  about "An endpoint outside of the adapters waits on the event loop"
  breaks endpointsLeaveTheEventLoop 'dev.latchkey.bootstrap.Nap.nap.*TimeUnit.sleep'
  plant bootstrap/src/main/java/dev/latchkey/bootstrap/Nap.java <<'JAVA'
package dev.latchkey.bootstrap;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.concurrent.TimeUnit;

@Controller("/nap")
@Secured(SecurityRule.IS_ANONYMOUS)
final class Nap {

  @Get
  int nap() throws InterruptedException {
    TimeUnit.SECONDS.sleep(1);
    return 1;
  }
}
JAVA
}

adapter_reads_the_file_of_the_environment() {
  about "An adapter reads the environment from a file of the system"
  breaks onlyBootstrapReadsTheEnvironment 'dev.latchkey.adapters.system.Machine> names the file /proc/self/environ'
  plant adapters-system/src/main/java/dev/latchkey/adapters/system/Machine.java <<'JAVA'
package dev.latchkey.adapters.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

record Machine(String surroundings) {

  static Machine here() throws IOException {
    return new Machine(Files.readString(Path.of("/proc/self/environ")));
  }
}
JAVA
}

endpoint_calls_another_server() {
  about "An endpoint waits for another server on the event loop"
  breaks endpointsLeaveTheEventLoop 'dev.latchkey.adapters.rest.service.Relay.*HttpClient.send'
  plant adapters-rest/src/main/java/dev/latchkey/adapters/rest/service/Relay.java <<'JAVA'
package dev.latchkey.adapters.rest.service;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

@Controller("/relay")
@Secured(SecurityRule.IS_ANONYMOUS)
final class Relay {

  private final HttpClient client = HttpClient.newHttpClient();

  @Get
  int relay() throws IOException, InterruptedException {
    return client.send(HttpRequest.newBuilder(URI.create("http://localhost")).build(), BodyHandlers.discarding())
        .statusCode();
  }
}
JAVA
}

endpoint_reads_the_environment() {
  about "An endpoint answers with the environment, in which the secrets are"
  breaks onlyBootstrapReadsTheEnvironment 'dev.latchkey.adapters.rest.service.Surroundings.*java.lang.System.getenv'
  plant adapters-rest/src/main/java/dev/latchkey/adapters/rest/service/Surroundings.java <<'JAVA'
package dev.latchkey.adapters.rest.service;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import java.util.Map;

@Controller("/surroundings")
@Secured(SecurityRule.IS_ANONYMOUS)
final class Surroundings {

  @Get
  Map<String, String> all() {
    return System.getenv();
  }
}
JAVA
}

wiring_takes_test_code() {
  about "A class of bootstrap names a fixture"
  breaks serviceUsesNoTestCode 'dev.latchkey.adapters.system.fixtures.CountedSecrets'
  plant adapters-system/src/main/java/dev/latchkey/adapters/system/fixtures/CountedSecrets.java <<'JAVA'
package dev.latchkey.adapters.system.fixtures;

/** Left in the wrong source folder. */
public record CountedSecrets(int next) {}
JAVA
  plant adapters-system/src/main/java/dev/latchkey/adapters/system/fixtures/package-info.java <<'JAVA'
/** Fixtures in the wrong source folder. */
@NullMarked
package dev.latchkey.adapters.system.fixtures;

import org.jspecify.annotations.NullMarked;
JAVA
  plant bootstrap/src/main/java/dev/latchkey/bootstrap/Seeded.java <<'JAVA'
package dev.latchkey.bootstrap;

import dev.latchkey.adapters.system.fixtures.CountedSecrets;

record Seeded(CountedSecrets secrets) {}
JAVA
}
