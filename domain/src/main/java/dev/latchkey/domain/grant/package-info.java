/** What a key grants: permissions (what it may do) and campaign access (where it may do it). */
@NullMarked
package dev.latchkey.domain.grant;

import org.jspecify.annotations.NullMarked;
