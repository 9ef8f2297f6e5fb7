# module-info: what the core may name, by the compiler
# shellcheck shell=bash

domain_imports_a_framework() {
  about "The domain imports Micronaut"
  caught 'Framed.java.*package io.micronaut.* (does not exist|is not visible)'
  build -pl domain -am compile
  plant domain/src/main/java/dev/latchkey/domain/Framed.java <<'JAVA'
package dev.latchkey.domain;

import io.micronaut.core.annotation.Introspected;

@Introspected
record Framed(String text) {}
JAVA
}

application_injects() {
  about "A use case asks jakarta.inject to wire it"
  caught 'KeepLeads.java.*package jakarta.inject (does not exist|is not visible)'
  build -pl application -am compile
  bend application/src/main/java/dev/latchkey/application/usecase/KeepLeads.java 's/^public final class/@jakarta.inject.Singleton\n&/'
}

port_leaks_jdbc() {
  about "A port's signature leaks a JDBC type"
  caught 'ForStoringTables.java.*package java.sql is not visible'
  build -pl application -am compile
  plant application/src/main/java/dev/latchkey/application/port/out/ForStoringTables.java <<'JAVA'
package dev.latchkey.application.port.out;

import java.sql.ResultSet;

/** Leaks. */
public interface ForStoringTables {

  ResultSet rows();
}
JAVA
}

domain_opens_a_connection() {
  about "The domain opens an HTTP connection"
  caught 'Calls.java.*package java.net.http is not visible'
  build -pl domain -am compile
  plant domain/src/main/java/dev/latchkey/domain/Calls.java <<'JAVA'
package dev.latchkey.domain;

import java.net.http.HttpClient;

final class Calls {

  HttpClient client() {
    return HttpClient.newHttpClient();
  }
}
JAVA
}
