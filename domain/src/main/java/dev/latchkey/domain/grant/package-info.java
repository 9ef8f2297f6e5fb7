/** The rights of a key: permissions and campaign access. */
@NullMarked
package dev.latchkey.domain.grant;

import org.jspecify.annotations.NullMarked;
