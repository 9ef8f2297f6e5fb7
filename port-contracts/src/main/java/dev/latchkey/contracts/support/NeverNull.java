package dev.latchkey.contracts.support;

import dev.latchkey.application.port.out.ForStoringKeys;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/**
 * Fails a contract's test if a port returns null or a value that contains null, regardless of how the test uses the
 * value. Runs the test on a proxy for the implementing test class, so that an implementation needs only a class with a
 * factory method.
 */
public final class NeverNull implements InvocationInterceptor {

  private static final String PORTS = ForStoringKeys.class.getPackageName();

  @Override
  public void interceptTestMethod(
      Invocation<Void> invocation, ReflectiveInvocationContext<Method> test, ExtensionContext context)
      throws Throwable {
    Method method = test.getExecutable();
    Class<?> contract = method.getDeclaringClass();
    if (!method.isDefault() || !Modifier.isPublic(contract.getModifiers())) {
      invocation.proceed();
      return;
    }
    invocation.skip();
    Watch watch = new Watch();
    InvocationHandler.invokeDefault(watch.over(contract, test.getTarget().orElseThrow()), method);
    watch.assertNoneWasSeen();
  }

  /** Checks the return values of one test's ports, on every thread. */
  private static final class Watch {

    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    Object over(Class<?> type, Object watched) {
      return Proxy.newProxyInstance(
          type.getClassLoader(),
          new Class<?>[]{type},
          (proxy, method, arguments) -> {
            Method own = watched.getClass().getMethod(method.getName(), method.getParameterTypes());
            if (own.isDefault() && own.getDeclaringClass().isAssignableFrom(type)) {
              return InvocationHandler.invokeDefault(proxy, own, arguments);
            }
            return checked(method, call(watched, method, arguments));
          });
    }

    private @Nullable Object checked(Method method, @Nullable Object answer) {
      Class<?> type = method.getReturnType();
      if (type == void.class) {
        return null;
      }
      if (answer != null && isWatched(type)) {
        return over(type, answer);
      }
      nullIn(answer, method.getDeclaringClass().getSimpleName() + "." + method.getName()).ifPresent(where -> {
        seen.add(where);
        throw new AssertionError(where + " is null, which no port ever answers");
      });
      return answer;
    }

    /** Fails even if the test caught the earlier error. */
    void assertNoneWasSeen() {
      if (!seen.isEmpty()) {
        throw new AssertionError(String.join(", ", seen) + " is null, which no port ever answers");
      }
    }
  }

  private static boolean isWatched(Class<?> type) {
    boolean isPort = type.isInterface() && !type.isSealed() && type.getPackageName().equals(PORTS);
    return isPort || type == StoreUnderTest.class;
  }

  private static @Nullable Object call(Object called, Method method, Object @Nullable [] arguments) throws Throwable {
    try {
      method.setAccessible(true);
      return method.invoke(called, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** Returns the location of the first null in the value. */
  private static Optional<String> nullIn(@Nullable Object answer, String where) {
    return switch (answer) {
      case null -> Optional.of(where);
      case Optional<?> it -> it.flatMap(inner -> nullIn(inner, where));
      case Collection<?> them -> first(them.stream().map(each -> nullIn(each, "an element of " + where)));
      case Map<?, ?> map -> nullIn(map.keySet(), where).or(() -> nullIn(map.values(), where));
      case Object[] them -> first(Stream.of(them).map(each -> nullIn(each, "an element of " + where)));
      case Record it -> first(
          Stream.of(it.getClass().getRecordComponents())
              .map(part -> nullIn(part(it, part.getAccessor()), where + "." + part.getName())));
      default -> Optional.empty();
    };
  }

  private static Optional<String> first(Stream<Optional<String>> places) {
    return places.flatMap(Optional::stream).findFirst();
  }

  private static @Nullable Object part(Record whole, Method accessor) {
    try {
      accessor.setAccessible(true);
      return accessor.invoke(whole);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
