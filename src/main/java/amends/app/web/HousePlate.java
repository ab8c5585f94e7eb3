package amends.app.web;

import amends.shared.OutboxHold;
import amends.shared.page.Doorplate;
import amends.shared.page.Page;
import amends.staff.Brand;
import amends.staff.DemoSignIns;
import amends.staff.Staff;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The installation as its record shows it: the first brand's name, demo or not, held or not. */
@Component
public final class HousePlate implements Doorplate {
  private static final String NAMELESS = "Amends";

  private final Staff staff;
  private final ObjectProvider<OutboxHold> hold;
  private final ObjectProvider<DemoSignIns> demo;
  private final ObjectProvider<Watch> watch;

  /** Whether every check is clean and every alarm in time. */
  public interface Watch {
    boolean allIsWell();
  }

  HousePlate(
      Staff staff,
      ObjectProvider<OutboxHold> hold,
      ObjectProvider<DemoSignIns> demo,
      ObjectProvider<Watch> watch) {
    this.staff = staff;
    this.hold = hold;
    this.demo = demo;
    this.watch = watch;
  }

  @Override
  public Page.House house() {
    OutboxHold outbox = hold.getIfAvailable();
    Watch watching = watch.getIfAvailable();
    return new Page.House(
        staff.defaultBrand().map(Brand::name).orElse(NAMELESS),
        demo.getIfAvailable() != null,
        outbox != null && outbox.held(),
        watching == null || watching.allIsWell());
  }
}
