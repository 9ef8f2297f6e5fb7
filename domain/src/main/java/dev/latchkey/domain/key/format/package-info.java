/** The format of API keys: how a key is written, read, masked and checked for mistakes, without any look-up. */
@NullMarked
package dev.latchkey.domain.key.format;

import org.jspecify.annotations.NullMarked;
