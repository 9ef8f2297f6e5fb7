/** What a visitor can ask for. */
@NullMarked
package com.example.library.ports.in;

import org.jspecify.annotations.NullMarked;
