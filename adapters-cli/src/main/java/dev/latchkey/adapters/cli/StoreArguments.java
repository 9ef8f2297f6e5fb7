package dev.latchkey.adapters.cli;

import java.util.List;
import java.util.Locale;

/**
 * The arguments of a command about the store.
 *
 * @param help whether the help text is to be printed, and nothing else done
 * @param json whether to print JSON
 * @param fault what is wrong with the arguments, with the remedy; empty where they are valid
 */
public record StoreArguments(boolean help, boolean json, String fault) {

  /** Parses the arguments behind the name of the command. */
  public static StoreArguments of(StoreCommand command, List<String> arguments) {
    boolean json = false;
    for (String argument : arguments) {
      switch (argument) {
        case "--help" -> {
          return new StoreArguments(true, false, "");
        }
        case "--json" -> json = true;
        case String other -> {
          return new StoreArguments(
              false, false,
              String.format(Locale.ROOT, "\"%s\" is not an option of %s. See %s --help.", other, command.label(),
                  command.label()));
        }
      }
    }
    return new StoreArguments(false, json, "");
  }
}
