/** The books, kept in memory. */
@NullMarked
package com.example.library.gateways.memory;

import org.jspecify.annotations.NullMarked;
