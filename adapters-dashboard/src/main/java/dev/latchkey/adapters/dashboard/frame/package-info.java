/** What all pages share: rendering, the frame around a page, forms, cookies, addresses, languages and static files. */
@NullMarked
package dev.latchkey.adapters.dashboard.frame;

import org.jspecify.annotations.NullMarked;
