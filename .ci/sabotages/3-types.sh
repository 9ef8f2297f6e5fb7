# types: what does not compile
# shellcheck shell=bash

controller_calls_persistence() {
  about "A controller names a class of persistence"
  caught 'Shortcut.java.*package dev.latchkey.adapters.persistence.key does not exist'
  build -pl adapters-rest -am compile
  plant adapters-rest/src/main/java/dev/latchkey/adapters/rest/lead/Shortcut.java <<'JAVA'
package dev.latchkey.adapters.rest.lead;

import dev.latchkey.adapters.persistence.key.JdbcKeys;

final class Shortcut {

  JdbcKeys keys(JdbcKeys keys) {
    return keys;
  }
}
JAVA
}

scope_is_forged() {
  about "An adapter constructs the proof of an access decision"
  caught 'Forger.java.*(EnteredCampaign is not public|cannot be accessed from outside package)'
  build -pl adapters-rest -am compile
  plant adapters-rest/src/main/java/dev/latchkey/adapters/rest/lead/Forger.java <<'JAVA'
package dev.latchkey.adapters.rest.lead;

import dev.latchkey.domain.access.EnteredCampaign;

final class Forger {

  Class<?> forged() {
    return EnteredCampaign.class;
  }
}
JAVA
}

caller_is_impersonated() {
  about "An adapter implements Caller itself"
  caught 'Impostor.java.*(not allowed to extend|sealed)'
  build -pl adapters-rest -am compile
  plant adapters-rest/src/main/java/dev/latchkey/adapters/rest/lead/Impostor.java <<'JAVA'
package dev.latchkey.adapters.rest.lead;

import dev.latchkey.domain.access.Caller;

abstract class Impostor implements Caller {}
JAVA
}

check_is_forgotten() {
  about "A lead is added to a campaign without an access decision"
  caught 'Hasty.java.*(incompatible types|cannot be applied to given types)'
  build -pl application -am compile
  plant application/src/main/java/dev/latchkey/application/usecase/Hasty.java <<'JAVA'
package dev.latchkey.application.usecase;

import dev.latchkey.application.port.out.ForStoringLeads;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.lead.Lead;

record Hasty(ForStoringLeads leads) {

  void add(CampaignId campaign, Lead lead) {
    leads.add(campaign, lead);
  }
}
JAVA
}

refusal_is_not_answered() {
  about "A new refusal has no HTTP response"
  caught 'switch (expression|statement) does not cover all possible input values'
  build -pl adapters-rest -am compile
  bend domain/src/main/java/dev/latchkey/domain/access/Refusal.java 's/^  record KeyDisabled\(\).*/&\n\n  record KeyDisliked() implements Refusal {}/'
}

null_is_returned() {
  about "The domain returns null where it promises a value"
  caught 'Nothing.java.*NullAway'
  build -pl domain -am compile
  plant domain/src/main/java/dev/latchkey/domain/Nothing.java <<'JAVA'
package dev.latchkey.domain;

final class Nothing {

  Name name() {
    return null;
  }
}
JAVA
}

package_is_not_null_marked() {
  about "A package does not state its nullness"
  caught 'Unmarked.java.*(RequireExplicitNullMarking|NullMarked)'
  build -pl domain -am compile
  plant domain/src/main/java/dev/latchkey/domain/unmarked/Unmarked.java <<'JAVA'
package dev.latchkey.domain.unmarked;

/** In a package of its own. */
public record Unmarked(String text) {}
JAVA
}

published_javadoc_has_a_dead_link() {
  about "The Javadoc of a published library links to a class that does not exist"
  caught 'RateLimit.java.*reference not found'
  build -pl domain -am compile
  bend domain/src/main/java/dev/latchkey/domain/rate/RateLimit.java 's/^\/\*\* A maximum number/\/** {@link NoSuchClass} A maximum number/'
}
