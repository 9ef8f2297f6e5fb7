package dev.latchkey.adapters.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.application.port.out.ForHashingPasswords;
import dev.latchkey.contracts.system.ForHashingPasswordsContract;
import dev.latchkey.domain.tenant.Password;
import dev.latchkey.domain.tenant.PasswordHash;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;

class Argon2PasswordsTest implements ForHashingPasswordsContract {

  @Override
  public ForHashingPasswords passwords() {
    return new Argon2Passwords();
  }

  @Test
  void aHashIsArgon2idInPhcFormatWithItsCost() {
    PasswordHash hash = passwords().hash(Password.presented("correct horse").orElseThrow());

    assertThat(hash.encoded()).matches("\\$argon2id\\$v=19\\$m=19456,t=2,p=1\\$[A-Za-z0-9+/]{22}\\$[A-Za-z0-9+/]{43}");
  }

  @Test
  void aHashOfAnotherCostIsStillVerified() {
    // Made by the reference implementation: echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 24 -e
    PasswordHash hash = new PasswordHash(
        "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc");

    assertThat(passwords().matches(Password.presented("password").orElseThrow(), Optional.of(hash))).isTrue();
    assertThat(passwords().matches(Password.presented("passwore").orElseThrow(), Optional.of(hash))).isFalse();
  }

  @Test
  void noMoreComputationsRunConcurrentlyThanAreAllowed() throws Exception {
    Password password = Password.presented("correct horse").orElseThrow();
    Semaphore atOnce = new Semaphore(1, true);
    Argon2Passwords bounded = new Argon2Passwords(atOnce);
    PasswordHash hash = bounded.hash(password);
    atOnce.acquire();
    CompletableFuture<Boolean> waiting = CompletableFuture
        .supplyAsync(() -> bounded.matches(password, Optional.of(hash)));
    while (!atOnce.hasQueuedThreads()) {
      Thread.onSpinWait();
    }

    assertThat(waiting).isNotDone();
    atOnce.release();
    assertThat(waiting.get()).isTrue();
    assertThat(atOnce.availablePermits()).isOne();
  }
}
