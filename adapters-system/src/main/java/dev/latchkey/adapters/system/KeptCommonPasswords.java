package dev.latchkey.adapters.system;

import dev.latchkey.application.port.out.ForKnowingCommonPasswords;
import dev.latchkey.domain.tenant.ChosenPassword;
import dev.latchkey.domain.tenant.Password;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import me.gosimple.nbvcxz.Nbvcxz;

/**
 * The password list of nbvcxz (MIT licence): the 100,000 most common passwords, without those that are too short to be
 * chosen. Loads the list on first use, so that it does not delay the start.
 */
public final class KeptCommonPasswords implements ForKnowingCommonPasswords {

  /** Spaces and invisible characters do not make a common password harder to guess. */
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Z}\\p{C}]");

  private static final String LIST = "/dictionaries/passwords.txt";

  private static final class Kept {

    private static final Set<String> LIST_OF_NBVCXZ = read();
  }

  @Override
  public boolean isCommon(Password password) {
    String visible = UNSEEN.matcher(Normalizer.normalize(password.reveal(), Normalizer.Form.NFKC)).replaceAll("");
    return Kept.LIST_OF_NBVCXZ.contains(visible.toLowerCase(Locale.ROOT));
  }

  static int size() {
    return Kept.LIST_OF_NBVCXZ.size();
  }

  private static Set<String> read() {
    try (InputStream list = Nbvcxz.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new IllegalStateException("The library nbvcxz no longer has " + LIST);
      }
      return new BufferedReader(new InputStreamReader(list, StandardCharsets.UTF_8))
          .lines()
          .filter(word -> word.length() >= ChosenPassword.SHORTEST)
          .map(word -> word.toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
