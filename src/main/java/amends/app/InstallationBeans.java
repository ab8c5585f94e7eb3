package amends.app;

import amends.journal.Anchors;
import amends.shared.KeyRing;
import amends.shared.Settings;
import com.zaxxer.hikari.HikariDataSource;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/**
 * What an installation brings into the Spring context: its settings, keys and database. Tests bring
 * their own, so these are no component of the scan.
 */
record InstallationBeans(Installation installation, KeyRing keys)
    implements ApplicationContextInitializer<GenericApplicationContext> {

  @Override
  public void initialize(GenericApplicationContext context) {
    Settings settings = installation.settings();
    context.registerBean(Settings.class, () -> settings);
    context.registerBean(KeyRing.class, () -> keys);
    context.registerBean(DatabaseAccess.class, installation::access);
    context.registerBean(
        "dataSource", HikariDataSource.class, () -> Jdbc.pool(installation.access()));
    context.registerBean(
        Anchors.class, () -> new Anchors(settings.data().resolve("journal.anchors")));
  }
}
