package dev.latchkey.adapters.persistence;

import dev.latchkey.application.port.out.ForStoringPepperChecks;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps the check values of peppers. */
@Singleton
final class MvPepperChecks implements ForStoringPepperChecks {

  private final Store store;

  MvPepperChecks(Store store) {
    this.store = store;
  }

  @Override
  public String keep(String pepperVersion, String value) {
    Key key = Key.ROOT.then(pepperVersion);
    return store.write(change -> {
      Optional<PepperDocument> stored = change.view().get(StoreMap.PEPPER_CHECK, key, PepperDocument.class);
      if (stored.isEmpty()) {
        change.add(StoreMap.PEPPER_CHECK, key, new PepperDocument(pepperVersion, value));
      }
      return stored.map(PepperDocument::value).orElse(value);
    });
  }

  @Override
  public Map<String, String> all() {
    return store.read(
        view -> view.under(StoreMap.PEPPER_CHECK, Key.ROOT)
            .map(entry -> entry.as(PepperDocument.class))
            .collect(Collectors.toUnmodifiableMap(PepperDocument::version, PepperDocument::value)));
  }
}
