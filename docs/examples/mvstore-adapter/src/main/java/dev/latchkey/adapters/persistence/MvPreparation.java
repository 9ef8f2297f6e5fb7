package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.StoreExamination;
import dev.latchkey.application.port.StoreFinding.Faulty;
import dev.latchkey.application.port.StoreFinding.Sound;
import dev.latchkey.application.port.StoreUnavailable;
import dev.latchkey.application.port.out.ForPreparingTheStore;
import io.micronaut.context.BeanProvider;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.h2.mvstore.MVStoreException;

/** Examines the file of the store. There is one form of it so far, so nothing has to be migrated. */
@Singleton
final class MvPreparation implements ForPreparingTheStore {

  private final Path path;
  private final BeanProvider<Store> store;

  MvPreparation(@Named("store-address") String address, BeanProvider<Store> store) {
    this.path = StoreFactory.path(address);
    this.store = store;
  }

  @Override
  public String describe() {
    open();
    return "MVStore in the file " + path + ". One process uses it.";
  }

  @Override
  public StoreExamination examine() {
    // Opening the store would create the file.
    if (Files.notExists(path)) {
      return new StoreExamination(
          List.of(new Sound("file", path + " does not exist. The next start or migrate creates it.")), false);
    }
    open();
    return new StoreExamination(List.of(new Sound("file", path + " has the form of this server.")), true);
  }

  @Override
  public List<String> migrate() {
    boolean isNew = Files.notExists(path);
    open();
    return isNew ? List.of("created " + path) : List.of();
  }

  @Override
  public List<String> repair() {
    open();
    return List.of();
  }

  @Override
  public Optional<Faulty> explain(StoreUnavailable failure) {
    return Stream.iterate(failure.getCause(), Objects::nonNull, Throwable::getCause)
        .filter(MVStoreException.class::isInstance)
        .findFirst()
        .map(cause -> new Faulty(
            "file", "The file " + path + " cannot be used: " + cause.getMessage() + ".", ""));
  }

  private void open() {
    store.get().read(_ -> true);
  }
}
