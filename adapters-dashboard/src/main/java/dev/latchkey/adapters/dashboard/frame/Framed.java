package dev.latchkey.adapters.dashboard.frame;

/** The model of a settings page, with its frame. */
public interface Framed {

  Frame frame();

  /** Returns the language of the page. */
  default Language language() {
    return frame().language();
  }
}
