package dev.latchkey.bootstrap;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Function;

/** The secrets of an embedded installation: made once, kept in the data folder with rights for the owner alone. */
final class GeneratedSecrets {

  /** The names of the files. */
  static final String OPERATOR_TOKEN = "operator-token";

  static final String PEPPERS = "peppers";

  private static final int BYTES = 32;

  private GeneratedSecrets() {}

  /** A secret and the file that keeps it. */
  record Made(Path file, String text) {

    @Override
    public String toString() {
      return "Made[" + file + "]";
    }
  }

  /** A secret that others than its owner can read or change. */
  static final class OpenSecret extends RuntimeException {

    private static final long serialVersionUID = 1;

    private OpenSecret(String message) {
      super(message);
    }
  }

  static Made operatorToken(Path dataDir) {
    return kept(dataDir.resolve(OPERATOR_TOKEN), HexFormat.of()::formatHex);
  }

  static Made peppers(Path dataDir) {
    return kept(dataDir.resolve(PEPPERS), bytes -> "1:" + Base64.getEncoder().encodeToString(bytes));
  }

  /** Returns a secret that is not kept, for a command that uses none. */
  static String unkept() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static Made kept(Path file, Function<byte[], String> encode) {
    try {
      if (!Files.exists(file)) {
        write(file, encode);
      }
      Optional<String> wider = DataFolder.wider(file);
      if (wider.isPresent()) {
        throw new OpenSecret(
            file + " has the rights " + wider.get()
                + ", so that other users of this machine may know or have changed the"
                + " secret in it. Replace it if that is possible; otherwise run: chmod 600 " + file);
      }
      return new Made(file, Files.readString(file).strip());
    } catch (IOException e) {
      throw new UncheckedIOException("The secret " + file + " can be neither read nor written", e);
    }
  }

  private static void write(Path file, Function<byte[], String> encode) throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    // Written beside its place and then moved there: a start that is cut off leaves no half a secret.
    Path unfinished = Files.createTempFile(file.getParent(), file.getFileName().toString(), ".tmp",
        DataFolder.forTheOwnerAlone("rw-------"));
    try {
      Files.write(unfinished, (encode.apply(bytes) + "\n").getBytes(StandardCharsets.US_ASCII),
          StandardOpenOption.SYNC);
      Files.move(unfinished, file);
    } catch (FileAlreadyExistsException somebodyWasFirst) {
      Files.delete(unfinished);
    }
  }
}
