package dev.latchkey.domain.key;

/** The reason why a key cannot be rotated. */
public enum RotationObstacle {
  DISABLED,
  EXPIRED,
  ALREADY_ROTATED
}
