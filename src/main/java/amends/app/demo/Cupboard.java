package amends.app.demo;

import amends.remedies.Limit;
import amends.remedies.NewLimit;
import amends.remedies.NewRemedy;
import amends.remedies.Remedy;
import amends.remedies.Remedy.Kind;
import amends.shared.Actor;
import amends.shared.Money;
import amends.staff.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What Fernhill gives to make it right, why things fail there, and who may give how much. */
final class Cupboard {
  private static final String GBP = "GBP";

  private final Right.Shelf shelf;
  private final Actor ada;

  Cupboard(Right.Shelf shelf, Cast cast) {
    this.shelf = shelf;
    this.ada = cast.ada().actor();
  }

  void fill(Instant now) {
    LocalDate since = LocalDate.ofInstant(now, Play.LONDON).minusDays(120);
    limit(Role.AGENT, 150_00, 250_00L, 250_00L, 3_000_00L);
    limit(Role.LEAD, 750_00, null, null, 20_000_00L);
    limit(Role.MANAGER, 5_000_00, null, null, null);
    shelf.causes().keep("broken-in-post", "Broken on the way", ada);
    shelf.causes().keep("fails-early", "Fails within its first year", ada);
    shelf.causes().keep("visit-missed", "We did not come", ada);
    shelf.causes().keep("paid-late", "Money came late or not at all", ada);
    money(since);
    things(since);
  }

  private void limit(
      Role role, long grant, @Nullable Long matter, @Nullable Long day, @Nullable Long period) {
    shelf
        .authority()
        .set(
            new NewLimit(
                new Limit.OfRole(role),
                null,
                GBP,
                grant,
                matter,
                day,
                period,
                Limit.Period.MONTH,
                120,
                null),
            ada);
  }

  private void money(LocalDate since) {
    add(
        "refund",
        Kind.REFUND,
        since,
        "Your money back",
        "We pay back what you paid, to the card or account that it came from.");
    add(
        "part-refund",
        Kind.PART_REFUND,
        since,
        "Part of your money back",
        "You keep it, and we pay back a part of what you paid.");
    add(
        "credit",
        Kind.CREDIT,
        since,
        "A credit with us",
        "An amount that you can spend with us within three years. It is never instead of a refund"
            + " that you are owed.");
  }

  private void things(LocalDate since) {
    shelf.catalogue().add(jug(since), ada);
    shelf.catalogue().add(bike(since), ada);
    shelf
        .catalogue()
        .add(
            new NewRemedy(
                "visit",
                Kind.SERVICE_VISIT,
                false,
                2,
                0,
                2,
                new Money(85_00, GBP),
                null,
                null,
                null,
                since,
                null,
                words(
                    "A visit at no charge",
                    "Somebody from our workshop comes to you and repairs it where it stands.",
                    "Be at home in the two hours that we agree on."),
                List.of()),
            ada);
    shelf
        .catalogue()
        .add(
            new NewRemedy(
                "note",
                Kind.NOTE,
                false,
                1,
                0,
                7,
                new Money(3_00, GBP),
                null,
                null,
                null,
                since,
                null,
                words(
                    "A note by hand",
                    "The person who answered for it writes to you, by hand and by post.",
                    ""),
                List.of()),
            ada);
  }

  private NewRemedy jug(LocalDate since) {
    return new NewRemedy(
        "new-jug",
        Kind.REPLACEMENT,
        false,
        1,
        0,
        7,
        new Money(21_00, GBP),
        product("JUG-STONE"),
        null,
        null,
        since,
        null,
        words(
            "A new jug",
            "A new jug of the same kind comes to you by courier. You need not send the old one back.",
            ""),
        List.of());
  }

  private NewRemedy bike(LocalDate since) {
    return new NewRemedy(
        "loan-bike",
        Kind.LOAN,
        true,
        1,
        0,
        7,
        new Money(40_00, GBP),
        product("EBIKE-4"),
        null,
        null,
        since,
        null,
        words(
            "A bike on loan",
            "You ride one of ours until yours is back. It is not the repair, only the time until then.",
            "Hand it back when yours is there."),
        List.of());
  }

  private Long product(String number) {
    return shelf.goods().product(number).orElseThrow().id();
  }

  private void add(String code, Kind kind, LocalDate since, String name, String means) {
    shelf
        .catalogue()
        .add(
            new NewRemedy(
                code,
                kind,
                false,
                0,
                0,
                7,
                null,
                null,
                null,
                null,
                since,
                null,
                words(name, means, ""),
                List.of()),
            ada);
  }

  private static Map<String, Remedy.Words> words(String name, String means, String does) {
    return Map.of("en", new Remedy.Words(name, means, does));
  }
}
