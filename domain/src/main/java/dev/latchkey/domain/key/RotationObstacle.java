package dev.latchkey.domain.key;

/** Why a key cannot be rotated. */
public enum RotationObstacle {
  DISABLED,
  EXPIRED,
  ALREADY_ROTATED
}
