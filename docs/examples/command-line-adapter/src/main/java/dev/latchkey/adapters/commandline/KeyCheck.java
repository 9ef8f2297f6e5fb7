package dev.latchkey.adapters.commandline;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.in.ForCheckingAccess;
import dev.latchkey.domain.access.Caller;
import dev.latchkey.domain.access.CampaignScope;
import dev.latchkey.domain.access.PresentedCredentials;
import dev.latchkey.domain.access.Refusal;
import dev.latchkey.domain.access.StoredKey;
import dev.latchkey.domain.key.format.PresentedKey;
import dev.latchkey.domain.refusal.TenantClaim;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Tells whether a key may do something, and if not, what to do about it. */
public final class KeyCheck {

  /** What {@code --help} prints. */
  public static final String HELP = """
      Tells whether a key may do something, by the rules of the server and counted against the key's rate limit.

        latchkey-check [--permission PERMISSION [--campaign CAMPAIGN]] [--address ADDRESS]

      The key is read from the environment variable API_KEY, or else from the first line of standard input; never from the
      arguments, which everybody on the machine can see. The store is the server's: see the settings that start with LATCHKEY_.

        --permission  what the key is to be used for, such as leads:write
        --campaign    the campaign to do it on, by its id
        --address     where the request would come from

      Exit status: 0 allowed, 1 refused, 2 wrong use, 3 the store cannot be reached, 4 not started.
      """;

  private static final String VARIABLE = "API_KEY";
  private static final int ALLOWED = 0;
  private static final int REFUSED = 1;
  private static final int WRONG_USE = 2;
  private static final int UNAVAILABLE = 3;

  private final ForCheckingAccess access;
  private final PrintStream out;
  private final PrintStream err;

  public KeyCheck(ForCheckingAccess access, PrintStream out, PrintStream err) {
    this.access = access;
    this.out = out;
    this.err = err;
  }

  /** Answers one question; returns the exit status. */
  public int run(List<String> arguments, Map<String, String> environment, InputStream input) {
    return switch (Asked.read(arguments)) {
      case Asked.Wrongly(String why) -> wrongUse(why);
      case Asked.Rightly question -> key(environment, input)
          .map(key -> answer(question, key))
          .orElseGet(() -> wrongUse("There is no key: set " + VARIABLE + ", or send it on standard input."));
    };
  }

  private int answer(Asked.Rightly question, PresentedKey key) {
    try {
      return switch (access.check(new PresentedCredentials.Bearer(key), question.permission(), question.address())) {
        case Refusal refusal -> refused(refusal);
        case Caller caller -> question.target().map(target -> enter(caller, target)).orElseGet(() -> allowed(caller));
      };
    } catch (StoreUnavailable unavailable) {
      err.println("The store cannot be reached, so nothing is known. Try again, or check LATCHKEY_DB_URL.");
      return UNAVAILABLE;
    }
  }

  private int enter(Caller caller, Asked.Target target) {
    return switch (access.enter(caller, target.campaign(), target.permission(), new TenantClaim.Absent())) {
      case Refusal refusal -> refused(refusal);
      case CampaignScope _ -> allowed(caller);
    };
  }

  private int allowed(Caller caller) {
    StoredKey known = caller.credential();
    out.println(
        "allowed  " + known.key().masked() + " \"" + known.key().settings().name() + "\" of " + known.tenant().name());
    return ALLOWED;
  }

  private int refused(Refusal refusal) {
    out.println("refused  " + refusal.code());
    RefusalText text = RefusalText.of(refusal);
    out.println("because  " + text.because());
    out.println("fix      " + text.fix());
    return REFUSED;
  }

  private int wrongUse(String why) {
    err.println(why);
    err.print(HELP);
    return WRONG_USE;
  }

  private static Optional<PresentedKey> key(Map<String, String> environment, InputStream input) {
    return Optional.ofNullable(environment.get(VARIABLE))
        .or(() -> Optional.of(firstLine(input)))
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(PresentedKey::new);
  }

  private static String firstLine(InputStream input) {
    try {
      return Objects.requireNonNullElse(new BufferedReader(new InputStreamReader(input, UTF_8)).readLine(), "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
