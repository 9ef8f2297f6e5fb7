package dev.latchkey.adapters.persistence;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.PhoneNumber;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A lead as it is stored. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
record LeadDocument(
    long id,
    long campaign,
    String phoneNumber,
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String email,
    Map<String, ValueDocument> customFields,
    boolean doNotCall,
    boolean answered,
    String createdAt,
    String updatedAt) {

  /** One custom value. A number is stored as text, so that every reader receives all of its digits. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record ValueDocument(@Nullable String text, @Nullable String number, @Nullable Boolean flag) {

    static ValueDocument from(CustomValue value) {
      return switch (value) {
        case CustomValue.Text(String said) -> new ValueDocument(said, null, null);
        case CustomValue.Numeric(BigDecimal said) -> new ValueDocument(null, said.toString(), null);
        case CustomValue.Flag(boolean said) -> new ValueDocument(null, null, said);
      };
    }

    CustomValue toValue() {
      if (text != null) {
        return new CustomValue.Text(text);
      }
      if (number != null) {
        return new CustomValue.Numeric(new BigDecimal(number));
      }
      return new CustomValue.Flag(Objects.requireNonNull(flag, "A custom value is a text, a number or a flag"));
    }
  }

  static LeadDocument from(Lead lead) {
    LeadDetails details = lead.details();
    Map<String, ValueDocument> fields = new TreeMap<>();
    details.customFields().forEach((name, value) -> fields.put(name, ValueDocument.from(value)));
    return new LeadDocument(
        lead.id().value(),
        lead.campaign().value(),
        lead.phoneNumber().value(),
        details.firstName().orElse(null),
        details.lastName().orElse(null),
        details.email().orElse(null),
        fields,
        lead.doNotCall(),
        lead.answered(),
        lead.createdAt().toString(),
        lead.updatedAt().toString());
  }

  Lead toLead() {
    Map<String, CustomValue> fields = customFields.entrySet()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, field -> field.getValue().toValue()));
    return new Lead(
        new LeadId(id),
        new CampaignId(campaign),
        new PhoneNumber(phoneNumber),
        new LeadDetails(
            Optional.ofNullable(firstName), Optional.ofNullable(lastName), Optional.ofNullable(email), fields),
        doNotCall,
        answered,
        Instant.parse(createdAt),
        Instant.parse(updatedAt));
  }
}
