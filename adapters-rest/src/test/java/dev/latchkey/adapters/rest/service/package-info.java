@NullMarked
package dev.latchkey.adapters.rest.service;

import org.jspecify.annotations.NullMarked;
