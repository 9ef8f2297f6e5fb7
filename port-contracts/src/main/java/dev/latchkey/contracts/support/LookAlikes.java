package dev.latchkey.contracts.support;

import dev.latchkey.domain.Name;
import dev.latchkey.domain.tenant.Email;
import java.util.List;
import java.util.stream.Stream;

/** Different texts that an unsuitable collation treats as equal. */
public final class LookAlikes {

  public static final List<Name> NAMES = Stream.of(
      "Resume",
      "resume",
      "RESUME",
      "R\u00e9sum\u00e9",
      "Re\u0301sume\u0301",
      "Resume\u00a0",
      "Resume\u200b",
      "Re\u200dsume",
      "Stra\u00dfe",
      "Strasse",
      "\u0130stanbul",
      "Istanbul",
      "key \ud83d\udd11",
      "key \ud83d\udddd",
      "\ud83d\udc69\u200d\ud83d\udcbb",
      "\ud83d\udc69\ud83d\udcbb",
      "50 % off_season \\ \"now\" 'then'",
      "\ud83d\udd11".repeat(100))
      .map(Name::new)
      .toList();

  public static final List<Email> EMAILS = Stream.of(
      "jose@shop.example",
      "jos\u00e9@shop.example",
      "jose\u0301@shop.example",
      "jose\u200b@shop.example",
      "jose@shop.example\u00a0",
      "jo\u00dfe@shop.example",
      "josse@shop.example",
      "o'hara%_\\@shop.example",
      "\ud83d\udd11@shop.example",
      "x".repeat(241) + "@shop.example")
      .map(Email::new)
      .toList();

  private LookAlikes() {}
}
