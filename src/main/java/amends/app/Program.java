package amends.app;

import amends.shared.KeyRing;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.aot.AotDetector;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.LifecycleProcessor;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.SpringProperties;

/** Starts the Spring side of an installation: as a server, or quietly for one command. */
public final class Program {
  private Program() {}

  /** Pages, doors and duties. */
  static ConfigurableApplicationContext serve(InstallationBeans beans, Map<String, Object> more) {
    Map<String, Object> properties = common();
    properties.put("server.address", beans.settings().http().address());
    properties.put("server.port", beans.settings().http().port());
    properties.put("logging.structured.format.console", "logstash");
    properties.putAll(more);
    var application = new SpringApplication(Application.class);
    boolean planned = Plan.fits(more);
    SpringProperties.setProperty(AotDetector.AOT_ENABLED, Boolean.toString(planned));
    if (planned) {
      application.setMainApplicationClass(Plan.class);
      application.setApplicationContextFactory(type -> new PlannedContext());
    }
    return start(application, beans, WebApplicationType.SERVLET, properties);
  }

  /** No doors, no duties, and only the beans that the command asks for. */
  public static ConfigurableApplicationContext quiet(Installation installation, KeyRing keys) {
    Map<String, Object> properties = common();
    properties.put("amends.duties", "off");
    properties.put("spring.main.lazy-initialization", "true");
    properties.put("logging.threshold.console", "off");
    var beans = new InstallationBeans(installation.settings(), keys, installation::access);
    SpringProperties.setProperty(AotDetector.AOT_ENABLED, "false");
    var application = new SpringApplication(Application.class);
    application.addInitializers(new Asleep());
    return start(application, beans, WebApplicationType.NONE, properties);
  }

  private static Map<String, Object> common() {
    Map<String, Object> properties = new LinkedHashMap<>();
    // Migrated before, by the owner.
    properties.put("spring.flyway.enabled", "false");
    properties.put("spring.sql.init.mode", "never");
    properties.put("spring.main.log-startup-info", "false");
    properties.put("logging.level.org.flywaydb", "warn");
    return properties;
  }

  private static ConfigurableApplicationContext start(
      SpringApplication application,
      InstallationBeans beans,
      WebApplicationType type,
      Map<String, Object> properties) {
    application.setWebApplicationType(type);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties);
    application.addInitializers(beans);
    return application.run();
  }

  /** Takes the place of the processor that would start doors and duties. */
  private static final class Asleep
      implements ApplicationContextInitializer<GenericApplicationContext> {
    @Override
    public void initialize(GenericApplicationContext context) {
      context.registerBean(
          AbstractApplicationContext.LIFECYCLE_PROCESSOR_BEAN_NAME,
          LifecycleProcessor.class,
          NothingStarts::new);
    }
  }
}
