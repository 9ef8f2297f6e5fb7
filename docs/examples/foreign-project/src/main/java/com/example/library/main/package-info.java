/** The wiring. */
@NullMarked
package com.example.library.main;

import org.jspecify.annotations.NullMarked;
