package dev.latchkey.contracts.key;

/** All that is asked of an implementation of {@code ForStoringKeys}. */
public interface ForStoringKeysContract
    extends
      KeyChangesContract,
      KeyFilterContract,
      KeyListingContract,
      KeyRotationContract,
      KeyRoundTripContract {}
