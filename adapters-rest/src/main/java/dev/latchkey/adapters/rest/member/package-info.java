/** The members of a tenant, for the operator. */
@NullMarked
package dev.latchkey.adapters.rest.member;

import org.jspecify.annotations.NullMarked;
