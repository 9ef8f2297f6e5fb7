package dev.latchkey.domain.access;

import dev.latchkey.domain.key.CredentialFault;
import dev.latchkey.domain.key.PresentedKey;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.util.Optional;

/** The secret of whoever runs the platform. It opens the operator's API and nothing else. */
public final class OperatorToken {

  public static final int SHORTEST = 32;

  private final byte[] digest;

  /** Whether the token itself has nothing that would be named as a fault, so that naming one is no guess. */
  private final boolean plain;

  /**
   * Takes the token that the server is started with.
   *
   * @param text at least 32 characters
   */
  public OperatorToken(String text) {
    if (text.length() < SHORTEST) {
      throw new IllegalArgumentException("The operator token has at least " + SHORTEST + " characters");
    }
    PresentedKey token = new PresentedKey(text);
    this.digest = token.digest();
    this.plain = token.fault().isEmpty();
  }

  /** Admits whoever presents the token; compares in constant time. */
  public OperatorDecision admit(PresentedCredentials credentials, Optional<InetAddress> address) {
    return switch (credentials) {
      case PresentedCredentials.Missing() -> new Refusal.CredentialsMissing();
      case PresentedCredentials.Malformed(CredentialFault fault) -> new Refusal.CredentialsMalformed(fault);
      case PresentedCredentials.Bearer(PresentedKey presented) ->
        MessageDigest.isEqual(digest, presented.digest())
            ? new AdmittedOperator(address)
            : refused(presented);
    };
  }

  private OperatorDecision refused(PresentedKey presented) {
    Optional<CredentialFault> fault = plain ? presented.fault() : Optional.empty();
    return fault.<OperatorDecision>map(Refusal.CredentialsMalformed::new).orElseGet(Refusal.OperatorTokenInvalid::new);
  }

  /** The operator, for the server that was started with this token and acts on its own. */
  public Operator holder() {
    return new AdmittedOperator(Optional.empty());
  }

  @Override
  public String toString() {
    return "OperatorToken[…]";
  }
}
