package amends.app;

import amends.shared.KeyRing;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;

/** Starts the Spring side of an installation: as a server, or quietly for one command. */
public final class Program {
  private Program() {}

  /** Pages, doors and duties. */
  public static ConfigurableApplicationContext serve(
      Installation installation, KeyRing keys, Map<String, Object> more) {
    Map<String, Object> properties = common();
    properties.put("server.address", installation.settings().http().address());
    properties.put("server.port", installation.settings().http().port());
    properties.put("logging.structured.format.console", "logstash");
    properties.putAll(more);
    return start(installation, keys, WebApplicationType.SERVLET, properties);
  }

  /** No doors, no duties, and only the beans that the command asks for. */
  public static ConfigurableApplicationContext quiet(Installation installation, KeyRing keys) {
    Map<String, Object> properties = common();
    properties.put("amends.duties", "off");
    properties.put("spring.main.lazy-initialization", "true");
    properties.put("logging.threshold.console", "off");
    return start(installation, keys, WebApplicationType.NONE, properties);
  }

  private static Map<String, Object> common() {
    Map<String, Object> properties = new LinkedHashMap<>();
    // Migrated before, by the owner.
    properties.put("spring.flyway.enabled", "false");
    properties.put("spring.main.log-startup-info", "false");
    return properties;
  }

  private static ConfigurableApplicationContext start(
      Installation installation,
      KeyRing keys,
      WebApplicationType type,
      Map<String, Object> properties) {
    var application = new SpringApplication(Application.class);
    application.setWebApplicationType(type);
    application.setRegisterShutdownHook(false);
    application.setDefaultProperties(properties);
    application.addInitializers(new InstallationBeans(installation, keys));
    return application.run();
  }
}
