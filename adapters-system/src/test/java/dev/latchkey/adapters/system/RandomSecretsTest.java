package dev.latchkey.adapters.system;

import dev.latchkey.application.port.out.ForMintingKeys;
import dev.latchkey.contracts.system.ForMintingKeysContract;

class RandomSecretsTest implements ForMintingKeysContract {

  @Override
  public ForMintingKeys mint() {
    return new RandomSecrets();
  }
}
