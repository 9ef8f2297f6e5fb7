package dev.latchkey.adapters.dashboard.frame;

/** What a page of the settings shows, with its frame. */
public interface Framed {

  Frame frame();
}
