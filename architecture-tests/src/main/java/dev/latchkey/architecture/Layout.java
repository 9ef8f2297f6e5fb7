package dev.latchkey.architecture;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names of the packages below the root of a house, and the reason for each package that the house does not have.
 *
 * <p>A house with other names, and without a store:
 *
 * <pre>{@code
 * Layout.usual()
 *     .named(Room.DOMAIN, "model")
 *     .absent(Room.PERSISTENCE, "the service stores nothing");
 * }</pre>
 *
 * @param places a place for every room
 */
public record Layout(Map<Room, Place> places) {

  private static final Pattern PACKAGE = Pattern.compile("[a-z_]\\w*(\\.[a-z_]\\w*)*");

  /** The package of a room. */
  public sealed interface Place {
    /** Returns the name of the package below the root. */
    String name();
  }

  /**
   * A package that the house has.
   *
   * @param name the name below the root; for persistence the name below the adapters
   */
  public record Named(String name) implements Place {
    /** Refuses what is not the name of a package. */
    public Named {
      if (!PACKAGE.matcher(name).matches()) {
        throw new IllegalArgumentException("'%s' is not the name of a package".formatted(name));
      }
    }
  }

  /**
   * A package that the house does not have. A class in it is an error.
   *
   * @param name the name that the package would have
   * @param reason why the house has no such package, for the descriptions of the rules
   */
  public record Absent(String name, String reason) implements Place {
    /** Refuses an absence without a reason. */
    public Absent {
      if (reason.isBlank()) {
        throw new IllegalArgumentException("The absence of the package %s needs a reason".formatted(name));
      }
    }
  }

  /** Refuses a layout in which a class can belong to two rooms. */
  public Layout {
    places = Map.copyOf(places);
    for (var room : Room.values()) {
      if (!places.containsKey(room)) {
        throw new IllegalArgumentException("The layout has no place for the %s".formatted(room.label()));
      }
    }
    refuseNesting(places);
    refusePersistenceOutsideTheAdapters(places);
  }

  /** Returns the layout with the usual names, in which no package is absent. */
  public static Layout usual() {
    Map<Room, Place> places = Arrays.stream(Room.values())
        .collect(Collectors.toMap(Function.identity(), room -> new Named(room.usualName())));
    return new Layout(places);
  }

  /**
   * Returns this layout with another name for a room.
   *
   * @param name the name below the root, such as {@code core.model}; for persistence the name below the adapters
   */
  public Layout named(Room room, String name) {
    return with(room, new Named(name));
  }

  /**
   * Returns this layout without a room. The rules that name the room say so in their descriptions.
   *
   * @param reason why the house has no such room, as a sentence without a full stop
   */
  public Layout absent(Room room, String reason) {
    return with(room, new Absent(nameOf(room), reason));
  }

  Place place(Room room) {
    return Objects.requireNonNull(places.get(room));
  }

  String nameOf(Room room) {
    return place(room).name();
  }

  boolean has(Room room) {
    return switch (place(room)) {
      case Named named -> true;
      case Absent absent -> false;
    };
  }

  /** Returns the name of a room's package below the root. */
  String pathOf(Room room) {
    return path(places, room);
  }

  /**
   * Returns the package that contains the given rooms and no other; the packages of the rooms themselves if there is no
   * such package. Absent rooms are left out.
   */
  private List<String> together(Room... rooms) {
    var group = List.of(rooms);
    var paths = group.stream().filter(this::has).map(this::pathOf).toList();
    return paths.stream()
        .reduce(Layout::commonPackage)
        .filter(common -> !common.isEmpty())
        .filter(common -> presentRooms(places).noneMatch(
            room -> !group.contains(room) && isWithin(pathOf(room), common)))
        .map(List::of)
        .orElse(paths);
  }

  /**
   * Returns the package of the ports and the use cases; several packages if they have none in common that contains no
   * other room.
   */
  List<String> application() {
    var packages = together(Room.DRIVING_PORTS, Room.DRIVEN_PORTS, Room.USE_CASES);
    return packages.size() == 1
        ? packages
        : Stream.concat(ports().stream(), together(Room.USE_CASES).stream()).toList();
  }

  /** Returns the package of the ports of both sides; both packages if they have none in common. */
  List<String> ports() {
    return together(Room.DRIVING_PORTS, Room.DRIVEN_PORTS);
  }

  /** Returns the package directly in which types are that both sides of ports need; empty if there is none. */
  Optional<String> sharedPorts() {
    return Optional.of(ports())
        .filter(all -> has(Room.DRIVING_PORTS) && has(Room.DRIVEN_PORTS) && all.size() == 1)
        .map(List::getFirst);
  }

  private Layout with(Room room, Place place) {
    var changed = places.entrySet().stream().collect(
        Collectors.toMap(Map.Entry::getKey, entry -> entry.getKey() == room ? place : entry.getValue()));
    return new Layout(changed);
  }

  private static Stream<Room> presentRooms(Map<Room, Place> places) {
    return Arrays.stream(Room.values()).filter(room -> places.get(room) instanceof Named);
  }

  private static String path(Map<Room, Place> places, Room room) {
    var name = Objects.requireNonNull(places.get(room)).name();
    return room == Room.PERSISTENCE ? "%s.%s".formatted(path(places, Room.ADAPTERS), name) : name;
  }

  private static void refuseNesting(Map<Room, Place> places) {
    presentRooms(places).filter(inner -> inner != Room.PERSISTENCE).forEach(
        inner -> presentRooms(places)
            .filter(outer -> outer != inner && isWithin(path(places, inner), path(places, outer)))
            .findFirst()
            .ifPresent(outer -> {
              throw new IllegalArgumentException("The package of the %s, %s, is within that of the %s, %s".formatted(
                  inner.label(), path(places, inner), outer.label(), path(places, outer)));
            }));
  }

  private static void refusePersistenceOutsideTheAdapters(Map<Room, Place> places) {
    if (!(places.get(Room.PERSISTENCE) instanceof Named persistence)) {
      return;
    }
    if (persistence.name().contains(".")) {
      throw new IllegalArgumentException(
          "Persistence is one subpackage of the adapters, and '%s' is more than one name"
              .formatted(persistence.name()));
    }
    if (places.get(Room.ADAPTERS) instanceof Absent) {
      throw new IllegalArgumentException("Persistence is an adapter. Declare it absent too, before the adapters");
    }
  }

  private static String commonPackage(String one, String other) {
    var names = one.split("\\.", -1);
    var others = other.split("\\.", -1);
    var length = 0;
    while (length < Math.min(names.length, others.length) && names[length].equals(others[length])) {
      length++;
    }
    return String.join(".", Arrays.copyOf(names, length));
  }

  private static boolean isWithin(String inner, String outer) {
    return (inner + ".").startsWith(outer + ".");
  }
}
