package amends.app;

import static org.springframework.beans.factory.aot.BeanRegistrationAotProcessor.IGNORE_REGISTRATION_ATTRIBUTE;

import amends.journal.Anchors;
import amends.shared.KeyRing;
import amends.shared.Settings;
import com.zaxxer.hikari.HikariDataSource;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What an installation brings into the Spring context: its settings, keys and database. Tests bring
 * their own, so these are no component of the scan.
 *
 * @param access waits until the database serves; asked for by the first bean that needs it
 */
record InstallationBeans(Settings settings, KeyRing keys, Supplier<DatabaseAccess> access)
    implements ApplicationContextInitializer<GenericApplicationContext> {

  @Override
  public void initialize(GenericApplicationContext context) {
    bring(context, "settings", Settings.class, () -> settings);
    bring(context, "keyRing", KeyRing.class, () -> keys);
    bring(context, "databaseAccess", DatabaseAccess.class, access);
    bring(context, "dataSource", HikariDataSource.class, () -> Jdbc.pool(access.get()));
    bring(
        context,
        "anchors",
        Anchors.class,
        () -> new Anchors(settings.data().resolve("journal.anchors")));
  }

  private static <T> void bring(
      GenericApplicationContext context, String name, Class<T> type, Supplier<T> maker) {
    // The plan that the build draws leaves these out: they are made anew by every start.
    context.registerBean(
        name, type, maker, d -> d.setAttribute(IGNORE_REGISTRATION_ATTRIBUTE, true));
  }
}
