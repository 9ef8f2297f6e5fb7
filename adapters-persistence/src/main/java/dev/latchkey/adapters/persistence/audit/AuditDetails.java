package dev.latchkey.adapters.persistence.audit;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.persistence.jdbc.Json;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The document in {@code audit_event.details}. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record AuditDetails(Map<String, String> details) {

  public AuditDetails {
    details = Map.copyOf(details);
  }

  public static AuditDetails fromJson(String json) {
    return Json.read(json, AuditDetails.class);
  }

  public String toJson() {
    return Json.write(this);
  }

  public SortedMap<String, String> values() {
    return new TreeMap<>(details);
  }
}
