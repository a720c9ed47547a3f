package care.vestibule.local;

import org.springframework.beans.factory.support.DefaultSingletonBeanRegistry;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.bootstrap.BootstrapContextClosedEvent;
import org.springframework.boot.bootstrap.ConfigurableBootstrapContext;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Starts the local stack in profile {@code local}, before anything asks where the database is.
 *
 * <p>The stack becomes the first singleton of the context, so that it is the last one stopped.
 */
final class LocalStackStarter implements EnvironmentPostProcessor, Ordered {

  private final ConfigurableBootstrapContext bootstrap;

  LocalStackStarter(ConfigurableBootstrapContext bootstrap) {
    this.bootstrap = bootstrap;
  }

  /** After the configuration files, which the settings come from. */
  @Override
  public int getOrder() {
    return LOWEST_PRECEDENCE;
  }

  @Override
  public void postProcessEnvironment(
      ConfigurableEnvironment environment, SpringApplication application) {
    if (!environment.acceptsProfiles(Profiles.of("local"))) {
      return;
    }
    var settings = Binder.get(environment).bind("vestibule.local", LocalSettings.class).get();
    var stack = LocalStack.start(settings);
    // A start that fails before there is a context must not leave processes behind either.
    SpringApplication.getShutdownHandlers().add(stack::close);
    environment
        .getPropertySources()
        .addFirst(new MapPropertySource("localStack", stack.properties()));
    bootstrap.addCloseListener(event -> handOver(stack, event));
  }

  private static void handOver(LocalStack stack, BootstrapContextClosedEvent event) {
    var beans = event.getApplicationContext().getBeanFactory();
    beans.registerSingleton("localStack", stack);
    ((DefaultSingletonBeanRegistry) beans).registerDisposableBean("localStack", stack::close);
  }
}
