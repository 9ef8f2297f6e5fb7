package dev.latchkey.domain.access;

import dev.latchkey.domain.key.format.CredentialFault;
import dev.latchkey.domain.key.format.PresentedKey;
import java.net.InetAddress;
import java.security.MessageDigest;
import java.util.Optional;

/** The operator's secret. It grants access to the operator's API and nothing else. */
public final class OperatorToken {

  public static final int SHORTEST = 32;

  private final byte[] digest;

  /**
   * Whether the token itself contains nothing that would be reported as a fault, so that reporting a fault reveals
   * nothing about it.
   */
  private final boolean plain;

  /**
   * Creates the token that the server is started with.
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

  /** Admits a request that presents the token. Compares in constant time. */
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

  /** Returns the operator, for actions of the server itself. */
  public Operator holder() {
    return new AdmittedOperator(Optional.empty());
  }

  @Override
  public String toString() {
    return "OperatorToken[…]";
  }
}
