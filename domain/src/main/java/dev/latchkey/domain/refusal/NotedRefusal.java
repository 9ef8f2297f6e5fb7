package dev.latchkey.domain.refusal;

import dev.latchkey.domain.key.format.MaskedKey;

/** A refused request as it was noted, with the mask of its key, which may have been deleted since. */
public record NotedRefusal(RefusedRequest request, MaskedKey key) {}
