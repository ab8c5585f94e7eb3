package amends.testing;

import amends.remedies.Authority;
import amends.remedies.Catalogue;
import amends.remedies.Limit;
import amends.remedies.NewLimit;
import amends.remedies.NewRemedy;
import amends.remedies.Remedy;
import amends.shared.Actor;
import amends.shared.Money;
import amends.staff.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** What Fernhill gives in tests, and who may give how much: agents 150.00, leads 600.00. */
public final class Pantry {
  private final Catalogue catalogue;
  public final Remedy partRefund;
  public final Remedy replacement;
  public final Remedy flowers;
  public final Remedy loan;

  public Pantry(ApplicationContext context, LocalDate from) {
    catalogue = context.getBean(Catalogue.class);
    Authority authority = context.getBean(Authority.class);
    partRefund = add("part-refund", Remedy.Kind.PART_REFUND, false, null, "Money back", from);
    flowers = add("flowers", Remedy.Kind.GIFT, false, pounds(2900), "Flowers", from);
    replacement =
        add("replacement", Remedy.Kind.REPLACEMENT, false, pounds(4450), "A new one", from);
    loan = add("loan", Remedy.Kind.LOAN, true, pounds(500), "One on loan", from);
    limit(authority, Role.AGENT, 15_000, 15_000L);
    limit(authority, Role.LEAD, 60_000, 90_000L);
    limit(authority, Role.ADMINISTRATOR, 250_000, 400_000L);
  }

  private Remedy add(
      String code,
      Remedy.Kind kind,
      boolean interim,
      @Nullable Money cost,
      String name,
      LocalDate from) {
    return catalogue.add(
        new NewRemedy(
            code,
            kind,
            interim,
            1,
            0,
            7,
            cost,
            null,
            null,
            null,
            from,
            null,
            Map.of("en", new Remedy.Words(name, name + ", with what it means.", "")),
            List.of()),
        Actor.SYSTEM);
  }

  private static void limit(Authority authority, Role role, long most, Long day) {
    authority.set(
        new NewLimit(
            new Limit.OfRole(role),
            null,
            "GBP",
            most,
            null,
            day,
            null,
            Limit.Period.MONTH,
            60,
            null),
        Actor.SYSTEM);
  }

  public static Money pounds(long pence) {
    return new Money(pence, "GBP");
  }
}
