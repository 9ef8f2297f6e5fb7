package dev.latchkey.adapters.system;

import dev.latchkey.application.port.out.ForLimitingSignIns;
import dev.latchkey.contracts.system.ForLimitingSignInsContract;
import java.time.Duration;

class SignInBucketsTest implements ForLimitingSignInsContract {

  private final SettableMeter time = new SettableMeter();
  private final ForLimitingSignIns signIns = new SignInBuckets(time);

  @Override
  public ForLimitingSignIns signIns() {
    return signIns;
  }

  @Override
  public void pass(Duration passed) {
    time.pass(passed);
  }
}
