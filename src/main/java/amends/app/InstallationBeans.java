package amends.app;

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
    context.registerBean(Settings.class, () -> settings);
    context.registerBean(KeyRing.class, () -> keys);
    context.registerBean(DatabaseAccess.class, access);
    context.registerBean("dataSource", HikariDataSource.class, () -> Jdbc.pool(access.get()));
    context.registerBean(
        Anchors.class, () -> new Anchors(settings.data().resolve("journal.anchors")));
  }
}
