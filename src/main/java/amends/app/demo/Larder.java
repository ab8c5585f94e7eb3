package amends.app.demo;

import amends.goods.NewStop;
import amends.goods.StopMark;
import amends.remedies.Limit;
import amends.remedies.NewLimit;
import amends.remedies.NewRemedy;
import amends.remedies.Remedy;
import amends.shared.Actor;
import amends.shared.Money;
import amends.staff.Role;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What Fernhill gives when something went wrong, who may give how much, and what is stopped. */
final class Larder {
  static final String ARRIVED_BROKEN = "arrived-broken";
  static final String FAILED_AGAIN = "failed-again";
  static final String NOBODY_CAME = "nobody-came";
  private static final String GBP = "GBP";
  private static final int ANSWER = 60;

  private final Giving.House house;
  private final LocalDate today;
  private final Map<String, Long> ids = new HashMap<>();

  Larder(Giving.House house, LocalDate today) {
    this.house = house;
    this.today = today;
  }

  /** The number of the remedy of this code. */
  long remedy(String code) {
    return Objects.requireNonNull(ids.get(code));
  }

  void fill() {
    causes();
    remedies();
    limits();
    house.stops()
        .set(
            new NewStop(
                "JUG-STONE",
                "K1-2026",
                null,
                StopMark.Reason.FAILURE,
                "The handle comes off when the jug is full and hot.",
                "Workshop test 26-114"),
            Actor.SYSTEM);
  }

  private void causes() {
    house.causes().keep(ARRIVED_BROKEN, "Arrived broken", Actor.SYSTEM);
    house.causes().keep(FAILED_AGAIN, "Failed again after a repair", Actor.SYSTEM);
    house.causes().keep(NOBODY_CAME, "Nobody came at the time we had promised", Actor.SYSTEM);
    house.causes().keep("late", "Came late", Actor.SYSTEM);
  }

  private void remedies() {
    add(
        "part-refund",
        Remedy.Kind.PART_REFUND,
        null,
        2,
        "Money back for the trouble",
        "We pay it to the card or account that you paid with. You keep what you have.",
        "");
    add(
        "refund",
        Remedy.Kind.REFUND,
        null,
        3,
        "Your money back",
        "All of it, to the card or account that you paid with. We collect what you bought on a day"
            + " that suits you.",
        "");
    add(
        "replacement",
        Remedy.Kind.REPLACEMENT,
        pounds(4450),
        2,
        "A new one",
        "Checked by serial number and lot before it leaves, delivered and set up. We take the old one"
            + " with us.",
        "Be at home for half an hour on the day that you choose.");
    add(
        "repair",
        Remedy.Kind.REPAIR,
        pounds(8900),
        1,
        "A repair at your home",
        "Our fitter comes with the right part and stays until it works.",
        "Be at home for about an hour.");
    add(
        "flowers",
        Remedy.Kind.GIFT,
        pounds(2900),
        1,
        "Flowers from us",
        "A bunch from the market, brought to your door. It pays for nothing; it says sorry.",
        "");
    loan();
    add(
        "note",
        Remedy.Kind.NOTE,
        pounds(0),
        0,
        "A note by hand",
        "Somebody who knows what happened writes to you on paper.",
        "");
  }

  private void loan() {
    ids.put(
        "loan",
        house.catalogue()
            .add(
                new NewRemedy(
                    "loan",
                    Remedy.Kind.LOAN,
                    true,
                    1,
                    0,
                    2,
                    pounds(1500),
                    null,
                    null,
                    null,
                    today,
                    null,
                    words(
                        "One on loan",
                        "For the time until yours is right again. It costs you nothing, and we fetch it"
                            + " when you no longer need it.",
                        ""),
                    List.of()),
                Actor.SYSTEM)
            .id());
  }

  private void add(
      String code,
      Remedy.Kind kind,
      @Nullable Money cost,
      int days,
      String name,
      String means,
      String does) {
    NewRemedy remedy =
        new NewRemedy(
            code,
            kind,
            false,
            days,
            0,
            7,
            cost,
            null,
            null,
            null,
            today,
            null,
            words(name, means, does),
            List.of());
    ids.put(code, house.catalogue().add(remedy, Actor.SYSTEM).id());
  }

  private static Map<String, Remedy.Words> words(String name, String means, String does) {
    return Map.of("en", new Remedy.Words(name, means, does));
  }

  private void limits() {
    limit(Role.AGENT, 15_000, 15_000L);
    limit(Role.LEAD, 60_000, 90_000L);
    limit(Role.MANAGER, 250_000, 400_000L);
    limit(Role.ADMINISTRATOR, 250_000, 400_000L);
  }

  private void limit(Role role, long most, Long day) {
    house.authority()
        .set(
            new NewLimit(
                new Limit.OfRole(role),
                null,
                GBP,
                most,
                null,
                day,
                null,
                Limit.Period.MONTH,
                ANSWER,
                null),
            Actor.SYSTEM);
  }

  static Money pounds(long pence) {
    return new Money(pence, GBP);
  }
}
