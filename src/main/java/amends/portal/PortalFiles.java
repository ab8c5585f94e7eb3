package amends.portal;

import amends.cases.Case;
import amends.cases.CaseFile;
import amends.cases.CustomerSide;
import amends.customers.Customers;
import amends.goods.Goods;
import amends.goods.Order;
import amends.goods.Unit;
import amends.messages.Message;
import amends.staff.Brand;
import amends.staff.Person;
import amends.staff.Staff;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes out what a customer's page shows; the same for the customer and for a colleague. */
@Component
public final class PortalFiles {
  private final CustomerSide customerSide;
  private final Known known;
  private final Wanted wanted;
  private final StepUp stepUp;

  PortalFiles(CustomerSide customerSide, Known known, Wanted wanted, StepUp stepUp) {
    this.customerSide = customerSide;
    this.known = known;
    this.wanted = wanted;
    this.stepUp = stepUp;
  }

  /** Who and what a case is about. */
  @Component
  static final class Known {
    private final Customers customers;
    private final Staff staff;
    private final Goods goods;

    Known(Customers customers, Staff staff, Goods goods) {
      this.customers = customers;
      this.staff = staff;
      this.goods = goods;
    }

    @Nullable Order order(Case matter) {
      Long id = matter.orderId();
      return id == null ? null : goods.orders(Set.of(id)).get(id);
    }

    @Nullable Unit unit(Case matter) {
      Long id = matter.unitId();
      return id == null ? null : goods.units(Set.of(id)).get(id);
    }
  }

  /** What the customer asked for. */
  @Component
  static final class Wanted {
    private final Requests requests;
    private final Wishes wishes;
    private final Slots slots;
    private final InstantSource clock;

    Wanted(Requests requests, Wishes wishes, Slots slots, InstantSource clock) {
      this.requests = requests;
      this.wishes = wishes;
      this.slots = slots;
      this.clock = clock;
    }
  }

  /**
   * @throws amends.shared.NotFound when there is no such case
   */
  public PortalFile of(long caseId) {
    CaseFile file = customerSide.file(caseId);
    Case matter = file.matter();
    Brand brand = known.staff.brand(matter.brandId());
    Map<Long, String> people = people(file);
    return new PortalFile(
        file,
        known.customers.customer(matter.customerId()),
        brand,
        matter.ownerId() == null ? null : people.get(matter.ownerId()),
        people,
        known.order(matter),
        known.unit(matter),
        known.customers.contacts(matter.customerId()),
        asked(matter, brand));
  }

  private PortalFile.Asked asked(Case matter, Brand brand) {
    return new PortalFile.Asked(
        wanted.requests.of(matter.id()),
        wanted.wishes.rhythm(matter.id()),
        wanted.slots.from(wanted.clock.instant(), brand.zone()),
        stepUp.reaches(matter).orElse(null),
        customerSide.offers(matter.id()),
        customerSide.broken(matter.id()));
  }

  private Map<Long, String> people(CaseFile file) {
    Long owner = file.matter().ownerId();
    Set<Long> ids =
        Stream.concat(
                owner == null ? Stream.of() : Stream.of(owner),
                file.messages().stream()
                    .map(Message::author)
                    .filter(a -> a.isPerson())
                    .map(a -> a.id()))
            .collect(Collectors.toSet());
    return known.staff.people(ids).stream().collect(Collectors.toMap(Person::id, Person::name));
  }
}
