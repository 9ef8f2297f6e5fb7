package dev.latchkey.bootstrap;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.LoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import ch.qos.logback.core.spi.AppenderAttachable;
import ch.qos.logback.core.spi.AppenderAttachableImpl;
import java.util.Iterator;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Passes log events on, with one stack trace of a kind a minute. Events whose trace is left out name the exception and its
 * causes in their one line. A kind is a logger, an exception and the place where its cause was thrown. Public because the
 * logging library makes it, as {@code logback.xml} says.
 */
public final class LimitedTraces extends UnsynchronizedAppenderBase<ILoggingEvent>
    implements
      AppenderAttachable<ILoggingEvent> {

  private static final LongAdder LEFT_OUT = new LongAdder();

  private final AppenderAttachableImpl<ILoggingEvent> appenders = new AppenderAttachableImpl<>();
  private final TraceLimit limit = new TraceLimit(System::nanoTime);

  /** How many traces were left out since the start. */
  static double leftOut() {
    return LEFT_OUT.sum();
  }

  @Override
  protected void append(ILoggingEvent event) {
    IThrowableProxy thrown = event.getThrowableProxy();
    if (thrown == null || limit.admits(kind(event, thrown))) {
      appenders.appendLoopOnAppenders(event);
    } else {
      LEFT_OUT.increment();
      appenders.appendLoopOnAppenders(onOneLine(event, thrown));
    }
  }

  private static String kind(ILoggingEvent event, IThrowableProxy thrown) {
    IThrowableProxy cause = causes(thrown).reduce(thrown, (_, later) -> later);
    String place = cause.getStackTraceElementProxyArray().length == 0
        ? ""
        : cause.getStackTraceElementProxyArray()[0].getSTEAsString();
    return String.join(" ", event.getLoggerName(), thrown.getClassName(), cause.getClassName(), place);
  }

  private static ILoggingEvent onOneLine(ILoggingEvent event, IThrowableProxy thrown) {
    String causes = causes(thrown)
        .map(cause -> cause.getClassName() + ": " + cause.getMessage())
        .collect(Collectors.joining(", caused by "));
    LoggingEvent line = new LoggingEvent();
    line.setTimeStamp(event.getTimeStamp());
    line.setLevel(event.getLevel());
    line.setLoggerName(event.getLoggerName());
    line.setThreadName(event.getThreadName());
    line.setMDCPropertyMap(event.getMDCPropertyMap());
    line.setLoggerContextRemoteView(event.getLoggerContextVO());
    line.setMessage((event.getFormattedMessage() + " (" + causes + ")").replaceAll("\\s+", " "));
    return line;
  }

  private static Stream<IThrowableProxy> causes(IThrowableProxy thrown) {
    return Stream.<@Nullable IThrowableProxy>iterate(
        thrown, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
        .map(cause -> cause == null ? thrown : cause)
        .limit(10);
  }

  @Override
  public void addAppender(Appender<ILoggingEvent> appender) {
    appenders.addAppender(appender);
  }

  @Override
  public Iterator<Appender<ILoggingEvent>> iteratorForAppenders() {
    return appenders.iteratorForAppenders();
  }

  @Override
  public @Nullable Appender<ILoggingEvent> getAppender(String name) {
    return appenders.getAppender(name);
  }

  @Override
  public boolean isAttached(Appender<ILoggingEvent> appender) {
    return appenders.isAttached(appender);
  }

  @Override
  public void detachAndStopAllAppenders() {
    appenders.detachAndStopAllAppenders();
  }

  @Override
  public boolean detachAppender(Appender<ILoggingEvent> appender) {
    return appenders.detachAppender(appender);
  }

  @Override
  public boolean detachAppender(String name) {
    return appenders.detachAppender(name);
  }
}
