/** Several nodes on one database, and how soon a change on one is in force on the others, whatever befalls them. */
@NullMarked
package dev.latchkey.bootstrap.revocation;

import org.jspecify.annotations.NullMarked;
