/** What a library lends. */
@NullMarked
package com.example.library.model;

import org.jspecify.annotations.NullMarked;
