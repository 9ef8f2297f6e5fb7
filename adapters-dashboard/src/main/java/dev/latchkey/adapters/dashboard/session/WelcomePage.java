package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.Language;

/** The page for those who do not know where their dashboard is. */
public record WelcomePage(Language language) {}
