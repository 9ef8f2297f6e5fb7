package dev.latchkey.adapters.rest.lead;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.rest.kit.input.ResourceMembers;
import dev.latchkey.domain.id.PublicId;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import io.micronaut.serde.annotation.Serdeable;
import io.micronaut.serde.config.naming.SnakeCaseStrategy;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A lead with all its fields. */
@Serdeable.Serializable(naming = SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record LeadJson(
    String campaignLeadId,
    String phoneNumber,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String email,
    Map<String, Object> customFields,
    boolean doNotCall,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * Members of a lead, for a request that names no stored one: those that it does not accept are set by the server
   * only.
   */
  static final ResourceMembers NEW = ResourceMembers.setByServer(LeadJson.class);

  static LeadJson of(Lead lead) {
    LeadDetails details = lead.details();
    Map<String, Object> fields = new TreeMap<>();
    details.customFields().forEach((name, value) -> fields.put(name, plain(value)));
    return new LeadJson(
        PublicId.of(lead.id()),
        lead.phoneNumber().value(),
        details.firstName().orElse(null),
        details.lastName().orElse(null),
        details.email().orElse(null),
        fields,
        lead.doNotCall(),
        lead.createdAt(),
        lead.updatedAt());
  }

  private static Object plain(CustomValue value) {
    return switch (value) {
      case CustomValue.Text(String text) -> text;
      case CustomValue.Flag(boolean flag) -> flag;
      // Writes 100 instead of 1E+2.
      case CustomValue.Numeric(BigDecimal number) -> number.scale() < 0 ? number.setScale(0) : number;
    };
  }
}
