package amends.remedies;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Staff;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What can be given. Asks for no permission: whoever calls has. */
@Component
public final class Catalogue {
  private static final Pattern CODE = Pattern.compile("[a-z][a-z0-9_-]{0,39}");
  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");
  private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
  private static final int LONGEST_LEAD = 400;
  private static final int LONGEST_CHECK = 90;
  private static final int MOST_PARTS = 10;

  private final RemedyRows rows;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final Staff staff;

  Catalogue(JdbcClient sql, InstantSource clock, Acts acts, Journal journal, Staff staff) {
    this.rows = new RemedyRows(sql);
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.staff = staff;
  }

  /**
   * Writes a remedy down. One of the same code, brand and country that is in force ends on the day
   * on which this one begins.
   *
   * @throws Refusal when something is missing or does not fit together
   */
  public Remedy add(NewRemedy remedy, Actor by) {
    check(remedy);
    return acts.call(() -> {
      refuseBadParts(remedy);
      List<Long> ended = rows.endStanding(remedy);
      long id = rows.insert(remedy, by, clock.instant());
      ended.forEach(old -> journal.record("remedy.ended", subject(old), by));
      journal.record("remedy.added", subject(id), by, Map.of("kind", remedy.kind().code()));
      return get(id);
    });
  }

  private static Subject subject(long id) {
    return Subject.of("remedy", id);
  }

  private static void check(NewRemedy remedy) {
    refuseUnless(CODE.matcher(remedy.code()).matches(), "code", "remedies.refusal.code");
    String country = remedy.country();
    refuseUnless(
        country == null || COUNTRY.matcher(country).matches(),
        "country",
        "remedies.refusal.country");
    LocalDate to = remedy.to();
    refuseUnless(to == null || to.isAfter(remedy.from()), "to", "remedies.refusal.to");
    refuseUnless(
        remedy.leadDays() >= 0 && remedy.leadDays() <= LONGEST_LEAD,
        "lead_days",
        "remedies.refusal.lead-days");
    refuseUnless(
        remedy.leadHours() >= 0 && remedy.leadHours() < 24,
        "lead_hours",
        "remedies.refusal.lead-hours");
    refuseUnless(
        remedy.checkDays() >= 1 && remedy.checkDays() <= LONGEST_CHECK,
        "check_days",
        "remedies.refusal.check-days");
    checkCost(remedy);
    checkWords(remedy);
  }

  /** What money is given is said with each grant; what else is given costs something known. */
  private static void checkCost(NewRemedy remedy) {
    boolean named = remedy.kind().isMoney() || remedy.kind() == Remedy.Kind.PACKAGE;
    refuseUnless(
        remedy.cost() == null || remedy.cost().minor() >= 0, "cost", "remedies.refusal.negative");
    refuseUnless(!named || remedy.cost() == null, "cost", "remedies.refusal.cost-of-money");
    refuseUnless(named || remedy.cost() != null, "cost", "remedies.refusal.no-cost");
    refuseUnless(
        !remedy.interim() || !remedy.kind().isMoney(), "interim", "remedies.refusal.interim-money");
  }

  private static void checkWords(NewRemedy remedy) {
    refuseUnless(!remedy.words().isEmpty(), "name", "remedies.refusal.no-words");
    remedy
        .words()
        .forEach((language, words) -> {
          refuseUnless(
              LANGUAGE.matcher(language).matches(), "language", "remedies.refusal.language");
          refuseUnless(!words.name().isBlank(), "name", "remedies.refusal.no-words");
          refuseUnless(!words.means().isBlank(), "means", "remedies.refusal.no-means");
          Length.atMost(Length.NAME, words.name(), "name");
          Length.atMost(Length.TEXT, words.means(), "means");
          Length.atMost(Length.TEXT, words.customerDoes(), "does");
        });
  }

  private void refuseBadParts(NewRemedy remedy) {
    boolean isPackage = remedy.kind() == Remedy.Kind.PACKAGE;
    refuseUnless(
        isPackage == !remedy.parts().isEmpty() && remedy.parts().size() <= MOST_PARTS,
        "parts",
        "remedies.refusal.parts");
    int money = 0;
    for (long part : remedy.parts()) {
      Remedy one =
          rows.find(part).orElseThrow(() -> new Refusal("parts", "remedies.refusal.parts"));
      Remedy.Kind kind = one.kind();
      refuseUnless(kind != Remedy.Kind.PACKAGE, "parts", "remedies.refusal.parts");
      // A loan in a final package would bridge without an end, and nobody would answer for it.
      refuseUnless(one.interim() == remedy.interim(), "parts", "remedies.refusal.parts-interim");
      money += kind.isMoney() ? 1 : 0;
    }
    refuseUnless(money <= 1, "parts", "remedies.refusal.two-amounts");
  }

  private static void refuseUnless(boolean holds, String field, String key) {
    if (!holds) {
      throw new Refusal(field, key);
    }
  }

  /** It is given no more from this day on; at the earliest from the day after it began. */
  public void end(long id, LocalDate day, Actor by) {
    acts.run(() -> {
      get(id);
      if (rows.end(id, day) == 1) {
        journal.record("remedy.ended", subject(id), by);
      }
    });
  }

  public Optional<Remedy> find(long id) {
    return rows.find(id);
  }

  /**
   * @throws NotFound when there is none
   */
  public Remedy get(long id) {
    return find(id).orElseThrow(() -> new NotFound(subject(id)));
  }

  /**
   * The parts of a package, in their order.
   *
   * @throws NotFound when there is none of them
   */
  List<Remedy> parts(Remedy whole) {
    if (whole.parts().isEmpty()) {
      return List.of();
    }
    Map<Long, Remedy> known = rows.all(whole.parts());
    return whole.parts().stream()
        .map(id -> Optional.ofNullable(known.get(id)).orElseThrow(() -> new NotFound(subject(id))))
        .toList();
  }

  /** Everything that was ever in it, by code and day. */
  public List<Remedy> all() {
    return rows.all();
  }

  /**
   * What can be given in this matter today: of its brand and its customer's country. Where a code
   * is in it for the brand or the country alone, that one counts.
   */
  public List<Remedy> forMatter(Matter matter) {
    Set<String> codes = new HashSet<>();
    List<Remedy> here = new ArrayList<>();
    for (Remedy remedy : rows.here(matter.brandId(), matter.country(), today(matter))) {
      if (codes.add(remedy.code())) {
        here.add(remedy);
      }
    }
    return List.copyOf(here);
  }

  /** Whether it is given here on this day. */
  static boolean isHere(Remedy remedy, Matter matter, LocalDate day) {
    return remedy.inForce(day)
        && fits(remedy.brandId(), matter.brandId())
        && fits(remedy.country(), matter.country());
  }

  private static boolean fits(@Nullable Object only, @Nullable Object here) {
    return only == null || only.equals(here);
  }

  /** The day by the clock of the matter's brand. */
  LocalDate today(Matter matter) {
    return LocalDate.ofInstant(clock.instant(), staff.brand(matter.brandId()).zone());
  }
}
