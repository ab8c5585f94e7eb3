package amends.staff;

import amends.shared.Chore;
import amends.shared.FixedPeriod;
import amends.shared.Settings;
import java.time.Duration;
import java.util.List;
import org.springframework.stereotype.Component;

/** How long sessions and attempts to sign in are kept; {@link SessionCleaning} cleans them. */
@Component
final class SessionPeriods implements Chore {
  private final Settings settings;
  private final Throttle throttle;

  SessionPeriods(Settings settings, Throttle throttle) {
    this.settings = settings;
    this.throttle = throttle;
  }

  @Override
  public String name() {
    return "staff.forget-attempts";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(1);
  }

  @Override
  public List<FixedPeriod> keeps() {
    return List.of(
        new FixedPeriod("sessions", settings.signIn().idle()),
        new FixedPeriod("attempts", Throttle.KEPT));
  }

  @Override
  public void perform() {
    throttle.forgetOld();
  }
}
