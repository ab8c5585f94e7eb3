package amends.cases;

import amends.staff.Brand;
import amends.staff.HelpDesk;
import amends.staff.Staff;
import org.springframework.stereotype.Component;

/** Whose mail it is: the brand that was written to, and the team that answers for it. */
@Component
final class Brands {
  private final Staff staff;

  Brands(Staff staff) {
    this.staff = staff;
  }

  Brand of(long brandId) {
    return staff.brand(brandId);
  }

  HelpDesk any() {
    return staff.helpDesks().stream()
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("no brand has been set up, so nobody can answer mail"));
  }
}
