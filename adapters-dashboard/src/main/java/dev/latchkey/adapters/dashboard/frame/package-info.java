/** Code that all pages share: rendering, the frame around a page, forms, cookies, URLs, languages and static files. */
@NullMarked
package dev.latchkey.adapters.dashboard.frame;

import org.jspecify.annotations.NullMarked;
