package dev.latchkey.adapters.dashboard.session;

import dev.latchkey.adapters.dashboard.frame.Language;

/** Model of the page for members who do not know the URL of their dashboard. */
public record WelcomePage(Language language) {}
