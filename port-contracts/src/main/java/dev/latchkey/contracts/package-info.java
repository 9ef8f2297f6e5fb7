/** What every driven adapter has to keep to, as tests: implement a contract, give it your adapter, and it runs. */
@NullMarked
package dev.latchkey.contracts;

import org.jspecify.annotations.NullMarked;
