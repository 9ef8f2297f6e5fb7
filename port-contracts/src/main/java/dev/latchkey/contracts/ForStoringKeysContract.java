package dev.latchkey.contracts;

/** The promises of {@code ForStoringKeys}. */
public interface ForStoringKeysContract
    extends
      KeyChangesContract,
      KeyFilterContract,
      KeyListingContract,
      KeyRotationContract,
      KeyRoundTripContract {}
