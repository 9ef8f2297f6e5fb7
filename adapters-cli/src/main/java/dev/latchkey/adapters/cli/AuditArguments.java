package dev.latchkey.adapters.cli;

import dev.latchkey.domain.audit.ChainHead;
import dev.latchkey.domain.id.TenantId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The arguments of {@code verify-audit}.
 *
 * @param help whether the help text is to be printed, and nothing else done
 * @param expected the heads that the trails of some tenants have to lead through
 * @param fault what is wrong with the arguments, with the remedy; empty where they are valid
 */
public record AuditArguments(boolean help, Map<TenantId, ChainHead> expected, String fault) {

  /** The text of {@code verify-audit --help}. */
  public static final String HELP = """
      Verifies the audit trail of every tenant: that each event fits its hash and follows the one before it, and that each
      event and the end of the trail have the MAC that only a server with the pepper can make.

        java -jar latchkey.jar verify-audit [--expect HEAD]...

        --expect HEAD   an end of a trail that an earlier run printed behind the word head, such as Tenant:123/42/9f86…:
                        the trail has to lead through it. Once for each tenant.
        --help          print this

      It reads the settings of the server and can run beside it, with the embedded database only without it.

      Exit status:
        0   every trail is intact
        1   the trails could not be read
        2   wrong arguments or settings, or a pepper that differs from the one that the database knows
        3   at least one trail was tampered with
        4   no trail was seen to be tampered with, but not all is proven: a pepper is not in LATCHKEY_PEPPERS, or events have
            no MAC though events before them have one

      What it cannot see: changes by somebody who has the pepper; a trail that was set back to an earlier state together with
      the MAC that its end had then, or a tenant that was removed with its trail, unless a later end is given with --expect;
      and changes of events from before MACs were written, if all later hashes were computed anew and all MACs removed.
      Keep the heads in a place that the users of the database cannot change.
      """;

  /** Parses the arguments behind {@code verify-audit}. */
  public static AuditArguments of(List<String> arguments) {
    Map<TenantId, ChainHead> expected = new LinkedHashMap<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--help")) {
        return new AuditArguments(true, Map.of(), "");
      }
      boolean separate = argument.equals("--expect");
      if (!separate && !argument.startsWith("--expect=")) {
        return faulty("\"" + argument + "\" is not an option of verify-audit. See verify-audit --help.");
      }
      String text = separate
          ? i + 1 < arguments.size() ? arguments.get(++i) : ""
          : argument.substring("--expect=".length());
      var head = WrittenHead.of(text);
      if (head.isEmpty()) {
        return faulty("--expect \"" + text
            + "\" is not a head. Give one that verify-audit printed, such as Tenant:123/42/9f86….");
      }
      if (expected.put(head.get().tenant(), head.get().head()) != null) {
        return faulty("--expect names Tenant:" + head.get().tenant().value() + " twice. Give the later head alone.");
      }
    }
    return new AuditArguments(false, expected, "");
  }

  private static AuditArguments faulty(String fault) {
    return new AuditArguments(false, Map.of(), fault);
  }
}
