package dev.latchkey.contracts.support;

import dev.latchkey.domain.lead.CustomValue;
import dev.latchkey.domain.lead.LeadDetails;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Samples of lead details, from none to unusual ones. */
public final class LeadSamples {

  /** Numbers that lose digits as a {@code double}, a {@code long} or a decimal column. */
  public static final List<String> NUMBERS = List.of(
      "0",
      "-1",
      "100",
      "0.1",
      "9007199254740993",
      "18446744073709551617",
      "12345678901234567890.123456789012345678901234567890",
      "-0.000000000000000000000000000001",
      "1E+400",
      "1E-400");

  public static final LeadDetails LEAST = new LeadDetails(Optional.empty(), Optional.empty(), Optional.empty(),
      Map.of());

  public static final LeadDetails FULLEST = new LeadDetails(
      Optional.of("Ren\u00e9e \ud83d\udc69\u200d\ud83d\udcbb"),
      Optional.of("O'Hara \"%_\\"),
      Optional.of("Renee@Shop.example"),
      customFields());

  /** Empty texts, which differ from absent ones. */
  static final LeadDetails EMPTY_TEXTS = new LeadDetails(
      Optional.of(""), Optional.empty(), Optional.of(" "), Map.of("", new CustomValue.Text("")));

  /** Only a last name. */
  public static final LeadDetails HALF = new LeadDetails(Optional.empty(), Optional.of("H\u00f8j "), Optional.empty(),
      Map.of());

  public static final List<LeadDetails> ALL = List.of(LEAST, FULLEST, EMPTY_TEXTS, HALF);

  private LeadSamples() {}

  private static Map<String, CustomValue> customFields() {
    Map<String, CustomValue> fields = new HashMap<>();
    fields.put("text", new CustomValue.Text("line\nbreak\ttab \u0001 \"quoted\" \\ \u2028 \ud83d\udd11 e\u0301"));
    // Some databases cannot store this character in a text.
    fields.put("nul", new CustomValue.Text("before\0after"));
    fields.put("looks like a number", new CustomValue.Text("1"));
    fields.put("looks like a flag", new CustomValue.Text("true"));
    fields.put("number", new CustomValue.Numeric(new BigDecimal("1.50")));
    fields.put("yes", new CustomValue.Flag(true));
    fields.put("no", new CustomValue.Flag(false));
    fields.put("No", new CustomValue.Flag(true));
    fields.put("gr\u00f6\u00dfe", new CustomValue.Numeric(BigDecimal.ONE));
    fields.put("gro\u0308\u00dfe", new CustomValue.Numeric(BigDecimal.TWO));
    fields.put("a.b['c'] $ \ud83d\udd11 ", new CustomValue.Text("path"));
    return fields;
  }
}
