package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The document in {@code audit_event.details}. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record AuditDetails(Map<String, String> details) {

  AuditDetails {
    details = Map.copyOf(details);
  }

  static AuditDetails fromJson(String json) {
    return Json.read(json, AuditDetails.class);
  }

  String toJson() {
    return Json.write(this);
  }

  SortedMap<String, String> values() {
    return new TreeMap<>(details);
  }
}
