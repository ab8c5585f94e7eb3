package amends.portal.web;

import amends.portal.Acting;
import amends.portal.CustomerActs;
import amends.portal.StepUp;
import amends.shared.Refusal;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** What wants a code: money, parcels and addresses. */
@Component
record Coded(LinkDoor door, StepUp stepUp, CustomerActs acts) {

  /**
   * The first time a code is sent, the second time it is said.
   *
   * @param act its code is typed into the field {@code <act>_code}
   * @param wants whether this one wants a code at all
   */
  Object act(LinkDoor.Visit visit, String act, Predicate<Acting> wants, Supplier<Object> proven) {
    if (!visit.field(act + "_code").isBlank()) {
      return proven.get();
    }
    return door.enter(
        visit, by -> tells(wants, by) ? door.asks(visit, act + "-code", this::send) : proven.get());
  }

  private void send(Acting who, LinkDoor.Visit visit) {
    acts.arrive(who);
    stepUp.send(who.matter(), who.actor());
  }

  /** What cannot be read is refused where it is done. */
  private static boolean tells(Predicate<Acting> wants, Acting by) {
    try {
      return wants.test(by);
    } catch (Refusal refused) {
      return false;
    }
  }
}
