/** The terminal at the door. */
@NullMarked
package com.example.library.gateways.terminal;

import org.jspecify.annotations.NullMarked;
