/**
 * The change feed: changes are appended in the transaction of the change, and every node polls them to keep its cache
 * current.
 */
@NullMarked
package dev.latchkey.adapters.persistence.feed;

import org.jspecify.annotations.NullMarked;
