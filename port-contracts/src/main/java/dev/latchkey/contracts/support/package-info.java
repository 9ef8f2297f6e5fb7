/** What the contracts share: sample data, the store under test, promises quoted from the ports. */
@NullMarked
package dev.latchkey.contracts.support;

import org.jspecify.annotations.NullMarked;
