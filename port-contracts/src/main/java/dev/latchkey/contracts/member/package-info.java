/** Contracts of the port that stores members and their sessions. */
@NullMarked
package dev.latchkey.contracts.member;

import org.jspecify.annotations.NullMarked;
