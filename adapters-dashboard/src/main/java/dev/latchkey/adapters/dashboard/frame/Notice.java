package dev.latchkey.adapters.dashboard.frame;

import java.util.Arrays;
import java.util.Optional;

/**
 * The outcome of a change, shown once on the next page. The cookie contains a fixed word, so a forged cookie cannot
 * inject text.
 */
public enum Notice {
  KEY_CHANGED,
  KEY_ENABLED,
  KEY_DISABLED,
  KEY_DELETED,
  MEMBER_ADDED,
  MEMBER_ROLE_CHANGED,
  MEMBER_PASSWORD_SET,
  MEMBER_REMOVED,
  PASSWORD_CHANGED,
  SESSION_ENDED,
  SESSIONS_ENDED;

  public static Optional<Notice> called(String word) {
    return Arrays.stream(values()).filter(notice -> notice.word().equals(word)).findFirst();
  }

  public String word() {
    return Language.key(this);
  }

  public String text(Language language) {
    return language.text("notice." + word());
  }
}
