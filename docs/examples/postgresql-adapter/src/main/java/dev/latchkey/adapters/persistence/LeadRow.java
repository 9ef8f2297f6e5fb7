package dev.latchkey.adapters.persistence;

import dev.latchkey.domain.id.CampaignId;
import dev.latchkey.domain.id.LeadId;
import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.Lead;
import dev.latchkey.domain.lead.LeadDetails;
import dev.latchkey.domain.lead.PhoneNumber;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A lead as a row. Its custom fields are three texts each: the name, the kind and the value, a number with all its digits. */
final class LeadRow {

  static final String UPDATE = "UPDATE lead SET first_name = ?, last_name = ?, email = ?, searched_email = ?, custom_fields = ?,"
      + " do_not_call = ?, answered = ?, updated_at = ? WHERE id = ?";

  private LeadRow() {}

  static Columns columns(Lead lead) {
    LeadDetails details = lead.details();
    return new Columns()
        .with("id", lead.id())
        .with("campaign_id", lead.campaign())
        .with("phone_number", lead.phoneNumber().value())
        .with("first_name", details.firstName().map(LeadRow::utf8))
        .with("last_name", details.lastName().map(LeadRow::utf8))
        .with("email", details.email().map(LeadRow::utf8))
        .with("searched_email", details.searchedEmail())
        .with("custom_fields", texts(details.customFields()))
        .with("do_not_call", lead.doNotCall())
        .with("answered", lead.answered())
        .with("created_at", lead.createdAt())
        .with("updated_at", lead.updatedAt());
  }

  /** The values of {@link #UPDATE}. */
  static List<Object> update(Lead lead) {
    LeadDetails details = lead.details();
    return List.of(
        details.firstName().map(LeadRow::utf8),
        details.lastName().map(LeadRow::utf8),
        details.email().map(LeadRow::utf8),
        details.searchedEmail(),
        texts(details.customFields()),
        lead.doNotCall(),
        lead.answered(),
        lead.updatedAt(),
        lead.id());
  }

  static Lead read(Row row) throws SQLException {
    return new Lead(
        new LeadId(row.number("id")),
        new CampaignId(row.number("campaign_id")),
        new PhoneNumber(row.text("phone_number")),
        new LeadDetails(
            row.perhapsUtf8("first_name"),
            row.perhapsUtf8("last_name"),
            row.perhapsUtf8("email"),
            fields(row.utf8s("custom_fields"))),
        row.flag("do_not_call"),
        row.flag("answered"),
        row.moment("created_at"),
        row.moment("updated_at"));
  }

  private static byte[][] texts(Map<String, CustomValue> fields) {
    List<String> texts = new ArrayList<>();
    fields.forEach((name, value) -> {
      String kind = switch (value) {
        case CustomValue.Text _ -> "text";
        case CustomValue.Numeric _ -> "number";
        case CustomValue.Flag _ -> "flag";
      };
      texts.addAll(List.of(name, kind, value.text()));
    });
    return texts.stream().map(LeadRow::utf8).toArray(byte[][]::new);
  }

  private static Map<String, CustomValue> fields(List<String> texts) {
    Map<String, CustomValue> fields = new HashMap<>();
    for (int i = 0; i < texts.size(); i += 3) {
      String value = texts.get(i + 2);
      fields.put(texts.get(i), switch (texts.get(i + 1)) {
        case "text" -> new CustomValue.Text(value);
        case "number" -> new CustomValue.Numeric(new BigDecimal(value));
        case "flag" -> new CustomValue.Flag(Boolean.parseBoolean(value));
        default -> throw new IllegalStateException("Not a kind of value: " + texts.get(i + 1));
      });
    }
    return fields;
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
