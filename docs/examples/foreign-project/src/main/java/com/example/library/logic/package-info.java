/** The implementations of the driving ports. */
@NullMarked
package com.example.library.logic;

import org.jspecify.annotations.NullMarked;
