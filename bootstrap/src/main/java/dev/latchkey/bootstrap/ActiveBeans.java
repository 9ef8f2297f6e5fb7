package dev.latchkey.bootstrap;

import io.micronaut.context.BeanContext;
import io.micronaut.context.BeanResolutionContext;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.inject.BeanConfiguration;
import io.micronaut.inject.BeanDefinitionReference;
import io.micronaut.scheduling.processor.ScheduledMethodProcessor;
import org.jspecify.annotations.Nullable;

/**
 * The beans that act as soon as a context starts: those of this program that the framework makes without being asked, its
 * listeners of events, and what runs its jobs. A context that is given this configuration has none of them, so that a
 * command changes nothing that it does not mean to change.
 */
record ActiveBeans() implements BeanConfiguration {

  private static final String OURS = "dev.latchkey.";

  @Override
  @SuppressWarnings("rawtypes") // The overridden method has the raw type.
  public boolean isWithin(BeanDefinitionReference bean) {
    String type = bean.getBeanType().getName();
    return bean.getBeanDefinitionName().startsWith(OURS)
        ? bean.isContextScope() || ApplicationEventListener.class.isAssignableFrom(bean.getBeanType())
        : type.startsWith(ScheduledMethodProcessor.class.getName());
  }

  @Override
  public boolean isEnabled(BeanContext context, @Nullable BeanResolutionContext resolution) {
    return false;
  }

  @Override
  public String getName() {
    return OURS + "active";
  }

  @Override
  public Package getPackage() {
    return ActiveBeans.class.getPackage();
  }

  @Override
  public @Nullable String getVersion() {
    return null;
  }
}
