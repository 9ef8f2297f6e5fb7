package dev.latchkey.adapters.dashboard.session;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Binds the request of a signed-in member to the parameters of pages that require one. */
@Singleton
final class StaffRequestBinder implements TypedRequestArgumentBinder<StaffRequest> {

  @Override
  public Argument<StaffRequest> argumentType() {
    return Argument.of(StaffRequest.class);
  }

  @Override
  public BindingResult<StaffRequest> bind(ArgumentConversionContext<StaffRequest> context, HttpRequest<?> request) {
    Optional<StaffRequest> staff = request.getUserPrincipal(StaffAuthentication.class)
        .map(StaffAuthentication::request);
    return () -> staff;
  }
}
