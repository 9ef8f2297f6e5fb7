package dev.latchkey.adapters.dashboard.view;

/** The page for those who do not know where their dashboard is. */
public record WelcomePage(Language language) {}
