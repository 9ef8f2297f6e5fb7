package dev.latchkey.adapters.dashboard.view;

/** What a page of the settings shows, with its frame. */
public interface Framed {

  Frame frame();
}
