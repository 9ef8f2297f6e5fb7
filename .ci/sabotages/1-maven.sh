# maven: which module may depend on which, by the enforcer
# shellcheck shell=bash

depend_on() { # MODULE GROUP ARTIFACT
  bend "$1/pom.xml" "0,/<dependencies>/s//<dependencies><dependency><groupId>$2<\/groupId><artifactId>$3<\/artifactId><\/dependency>/"
}

domain_depends_on_a_framework() {
  about "The domain's module depends on Micronaut"
  caught 'The domain is plain Java'
  build -pl domain -am validate
  depend_on domain io.micronaut micronaut-inject
}

application_depends_on_a_driver() {
  about "The application's module depends on a JDBC driver"
  caught 'The application knows the domain'
  build -pl application -am validate
  depend_on application com.h2database h2
}

dashboard_depends_on_rest() {
  about "The dashboard's module depends on the REST adapter's"
  caught 'An adapter reaches the core alone'
  build -pl adapters-dashboard -am validate
  depend_on adapters-dashboard dev.latchkey latchkey-adapters-rest
}

rest_depends_on_persistence() {
  about "The REST adapter's module depends on persistence"
  caught 'An adapter reaches the core alone'
  build -pl adapters-rest -am validate
  depend_on adapters-rest dev.latchkey latchkey-adapters-persistence
}

rules_depend_on_more_than_archunit() {
  about "The library of rules depends on a framework"
  caught 'The rules are a library on top of ArchUnit alone'
  build -pl architecture-tests -am validate
  depend_on architecture-tests io.micronaut micronaut-router
}

take_for_the_server() { # ARTIFACT TYPE
  bend bootstrap/pom.xml "0,/<dependencies>/s//<dependencies><dependency><groupId>dev.latchkey<\/groupId><artifactId>$1<\/artifactId><type>$2<\/type><scope>compile<\/scope><\/dependency>/"
}

server_takes_the_fixtures() {
  about "The server takes the fixtures, whose secrets are predictable"
  caught 'latchkey-application:(test-jar|jar):tests:.* banned'
  build -pl bootstrap -am validate
  take_for_the_server latchkey-application test-jar
}

server_takes_the_contracts() {
  about "The server takes the contracts of the ports"
  caught 'latchkey-port-contracts:jar:.* banned'
  build -pl bootstrap -am validate
  take_for_the_server latchkey-port-contracts jar
}

adapter_uses_what_it_does_not_declare() {
  about "An adapter uses a library that it gets through another module"
  caught 'Used undeclared dependencies found'
  build -pl adapters-system -am verify -DskipTests
  bend adapters-system/pom.xml '/<dependency>/{N;N;N;/>latchkey-domain</d}'
}

published_field_is_removed() {
  by "japicmp: comparison with the baseline in src/api"
  about "A published library loses a public field"
  caught 'RateLimit.*FIELD_REMOVED'
  build -pl domain -am verify -DskipTests
  bend domain/src/main/java/dev/latchkey/domain/rate/RateLimit.java 's/LONGEST_WINDOW/LONGEST/g'
}
