package dev.latchkey.adapters.rest.access;

import dev.latchkey.domain.access.Operator;
import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Binder of the operator to the parameters of endpoints that require the operator token. */
@Singleton
final class OperatorBinder implements TypedRequestArgumentBinder<Operator> {

  @Override
  public Argument<Operator> argumentType() {
    return Argument.of(Operator.class);
  }

  @Override
  public BindingResult<Operator> bind(ArgumentConversionContext<Operator> context, HttpRequest<?> request) {
    Optional<Operator> operator = request.getUserPrincipal(OperatorAuthentication.class)
        .map(OperatorAuthentication::operator);
    return () -> operator;
  }
}
