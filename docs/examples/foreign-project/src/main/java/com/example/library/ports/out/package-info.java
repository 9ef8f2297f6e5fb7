/** What the library needs from outside. */
@NullMarked
package com.example.library.ports.out;

import org.jspecify.annotations.NullMarked;
