/** What both sides of ports need. */
@NullMarked
package com.example.library.ports;

import org.jspecify.annotations.NullMarked;
