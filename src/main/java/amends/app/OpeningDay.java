package amends.app;

import amends.shared.Settings;
import amends.staff.NewBrand;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes an installation that has nothing ready for its first mail and its first administrator. */
@Component
final class OpeningDay implements FirstStart {
  private static final String FIRST_TEAM = "Front line";

  private final amends.staff.FirstStart door;
  private final Settings settings;

  OpeningDay(amends.staff.FirstStart door, Settings settings) {
    this.door = door;
    this.settings = settings;
  }

  @Override
  public Optional<String> link() {
    String domain = settings.mailDomain();
    door.prepare(
        new NewBrand(domain, "help@" + domain, Locale.ENGLISH, ZoneId.systemDefault()), FIRST_TEAM);
    return door.linkIfNeeded();
  }
}
