/** The pages of the members of a tenant. */
@NullMarked
package dev.latchkey.adapters.dashboard.member;

import org.jspecify.annotations.NullMarked;
