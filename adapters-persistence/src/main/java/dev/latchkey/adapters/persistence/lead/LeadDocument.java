package dev.latchkey.adapters.persistence.lead;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.adapters.persistence.jdbc.Json;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.LeadDetails;
import io.micronaut.serde.annotation.Serdeable;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The document in {@code campaign_lead.details}. */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record LeadDocument(
    @Nullable String firstName,
    @Nullable String lastName,
    @Nullable String email,
    Map<String, ValueDocument> customFields) {

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

  public static LeadDocument from(LeadDetails details) {
    Map<String, ValueDocument> fields = new TreeMap<>();
    details.customFields().forEach((name, value) -> fields.put(name, ValueDocument.from(value)));
    return new LeadDocument(
        details.firstName().orElse(null), details.lastName().orElse(null), details.email().orElse(null), fields);
  }

  public static LeadDocument fromJson(String json) {
    return Json.read(json, LeadDocument.class);
  }

  public String toJson() {
    return Json.write(this);
  }

  public LeadDetails toDetails() {
    return new LeadDetails(
        Optional.ofNullable(firstName),
        Optional.ofNullable(lastName),
        Optional.ofNullable(email),
        customFields.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().toValue())));
  }
}
