package dev.latchkey.adapters.dashboard.key;

import dev.latchkey.adapters.dashboard.frame.FormErrors;
import dev.latchkey.adapters.dashboard.frame.Frame;
import dev.latchkey.adapters.dashboard.frame.Framed;
import dev.latchkey.domain.key.ApiKey;

/** Model of the form that deletes a key. */
public record KeyDeletionPage(Frame frame, ApiKey key, FormErrors faults) implements Framed {}
