package dev.latchkey.contracts.key;

/** The promises of {@code ForStoringKeys}. */
public interface ForStoringKeysContract
    extends
      KeyChangesContract,
      KeyFilterContract,
      KeyListingContract,
      KeyRotationContract,
      KeyRoundTripContract {}
