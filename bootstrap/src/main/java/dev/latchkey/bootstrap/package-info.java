/** The configurator: reads the settings, puts the parts together, checks and starts them. */
@NullMarked
package dev.latchkey.bootstrap;

import org.jspecify.annotations.NullMarked;
