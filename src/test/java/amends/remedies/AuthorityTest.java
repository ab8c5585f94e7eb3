package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.remedies.Limit.OfPerson;
import amends.remedies.Limit.OfRole;
import amends.remedies.Limit.OfTeam;
import amends.remedies.Ruling.Above;
import amends.remedies.Ruling.Within;
import amends.shared.Actor;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Role;
import amends.staff.Viewer;
import amends.testing.Blocked;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Rulings against a naive reading of the rule: emergency, then person, team, role; there one for
 * this kind before one for all; there the most generous. What was given before is summed up by
 * hand.
 */
class AuthorityTest extends Righting {
  private static final int WORLDS = 12;
  private static final int GRANTS = 14;

  private final Random random = new Random(20_260_512);

  /** What somebody gave in this test, as the oracle remembers it. */
  private record Gave(long line, Subject about, long customer, long person, long minor) {}

  private static final class Oracle {
    final List<Limit> limits = new ArrayList<>();
    final List<Gave> given = new ArrayList<>();

    Optional<Limit> counting(Viewer who, Subject about, long team, Remedy.Kind kind) {
      return limits.stream()
          .filter(l -> holds(l, who, team))
          .filter(l -> l.kind() == null || l.kind() == kind)
          .filter(l -> !l.emergency() || about.equals(l.only()))
          .min(
              Comparator.comparing((Limit l) -> l.emergency() ? 0 : 1)
                  .thenComparing(l ->
                      l.holder() instanceof OfPerson ? 0 : l.holder() instanceof OfTeam ? 1 : 2)
                  .thenComparing(l -> l.kind() == null ? 1 : 0)
                  .thenComparing(l -> -l.perGrant())
                  .thenComparing(Limit::id));
    }

    private static boolean holds(Limit limit, Viewer who, long team) {
      return switch (limit.holder()) {
        case OfPerson(long person) -> person == who.id();
        case OfTeam(long id) -> id == team && who.teams().contains(id);
        case OfRole(Role role) -> who.grants().stream().anyMatch(g -> g.role() == role);
      };
    }

    boolean within(Limit limit, Subject about, long customer, long person, long minor) {
      long matter = 0;
      long day = 0;
      long period = 0;
      for (Gave one : given) {
        if (one.line() == limit.lineId()) {
          matter += one.about().equals(about) ? one.minor() : 0;
          day += one.customer() == customer ? one.minor() : 0;
          period += one.person() == person ? one.minor() : 0;
        }
      }
      return minor <= limit.perGrant()
          && fits(matter + minor, limit.perMatter())
          && fits(day + minor, limit.perDay())
          && fits(period + minor, limit.perPeriod());
    }

    private static boolean fits(long sum, @Nullable Long most) {
      return most == null || sum <= most;
    }
  }

  private @Nullable Long bound(long perGrant) {
    return random.nextBoolean() ? null : perGrant + random.nextInt(30_000);
  }

  private NewLimit drawn() {
    Limit.Holder holder =
        switch (random.nextInt(5)) {
          case 0 -> new OfPerson(priya.id());
          case 1 -> new OfPerson(tom.id());
          case 2 -> new OfTeam(world.home.id());
          case 3 -> new OfRole(Role.LEAD);
          default -> new OfRole(Role.AGENT);
        };
    Remedy.Kind kind =
        switch (random.nextInt(4)) {
          case 0 -> Remedy.Kind.REFUND;
          case 1 -> Remedy.Kind.CREDIT;
          default -> null;
        };
    long perGrant = random.nextInt(20_000);
    return new NewLimit(
        holder,
        kind,
        "EUR",
        perGrant,
        bound(perGrant),
        bound(perGrant),
        bound(perGrant),
        Limit.Period.YEAR,
        60,
        null);
  }

  @Test
  void everyRulingIsThatOfTheRuleReadByHand() {
    int within = 0;
    for (int drawn = 0; drawn < WORLDS; drawn++) {
      clock.pass(Duration.ofMinutes(1));
      authority.all().stream()
          .filter(l -> l.currency().equals("EUR") && l.inForce(clock.instant()))
          .forEach(l -> authority.end(l.id(), world.admin.actor()));
      clock.pass(Duration.ofMinutes(1));
      within += world(new Oracle());
    }
    assertThat(within).as("the draw reaches both sides").isBetween(20, WORLDS * GRANTS - 20);
  }

  private int world(Oracle oracle) {
    List<Subject> matters = List.of(matter(), matter());
    for (int i = 0; i < 4; i++) {
      Limit set = authority.set(drawn(), world.admin.actor());
      oracle.limits.removeIf(
          l -> l.holder().equals(set.holder()) && Objects.equals(l.kind(), set.kind()));
      oracle.limits.add(set);
    }
    if (random.nextBoolean()) {
      oracle.limits.add(authority.emergency(drawn(), matters.getFirst(), "Flood", in(9), mira));
    }
    int within = 0;
    for (int i = 0; i < GRANTS; i++) {
      within += one(oracle, matters.get(random.nextInt(2))) ? 1 : 0;
    }
    return within;
  }

  private boolean one(Oracle oracle, Subject about) {
    Viewer who = random.nextBoolean() ? priya : tom;
    Remedy remedy = random.nextBoolean() ? refund : credit;
    long minor = 1 + random.nextInt(12_000);
    Wanted wanted = Wanted.of(remedy.id(), new Money(minor, "EUR"), "Drawn.");
    long customer = cases.see(about.id(), who).customerId();
    Optional<Limit> limit = oracle.counting(who, about, world.home.id(), remedy.kind());
    boolean expected =
        limit.filter(l -> oracle.within(l, about, customer, who.id(), minor)).isPresent();
    Ruling ruling = remedies.look(about, wanted, who).ruling();
    assertThat(ruling instanceof Within)
        .as("%s of %s for %s by %s", minor, remedy.code(), about, who.name())
        .isEqualTo(expected);
    if (expected) {
      assertThat(((Within) ruling).limit().id()).isEqualTo(limit.orElseThrow().id());
      remedies.grant(about, wanted, "", who);
      oracle.given.add(new Gave(limit.orElseThrow().lineId(), about, customer, who.id(), minor));
    }
    return expected;
  }

  @Test
  void whatContradictsItselfIsNoLimit() {
    NewLimit wrong =
        new NewLimit(
            new OfRole(Role.AGENT),
            null,
            "GBP",
            500,
            100L,
            null,
            null,
            Limit.Period.MONTH,
            60,
            null);
    assertThat(refused(() -> authority.set(wrong, world.admin.actor())).key())
        .isEqualTo("remedies.refusal.bounds");
    NewLimit nobody =
        new NewLimit(
            new OfPerson(999_999), null, "GBP", 5, null, null, null, Limit.Period.DAY, 60, null);
    assertThat(refused(() -> authority.set(nobody, world.admin.actor())).field())
        .isEqualTo("holder");
    NewLimit self =
        new NewLimit(
            new OfPerson(hanna.id()), null, "GBP", 5, null, null, null, Limit.Period.DAY, 60, null);
    Subject home = Subject.of("team", world.home.id());
    assertThat(refused(() -> authority.emergency(self, home, "Flood", in(2), hanna)).key())
        .isEqualTo("remedies.refusal.to-oneself");
    assertThat(authority.emergency(drawn(), home, "Flood", in(2), mira).emergency()).isTrue();
  }

  private NewLimit ofTheWorkshop(@Nullable Instant until) {
    return new NewLimit(
        new OfTeam(world.workshop.id()),
        null,
        "GBP",
        1_000,
        null,
        null,
        null,
        Limit.Period.DAY,
        60,
        until);
  }

  /** Else what was used under the one line would not count under the other. */
  @Test
  void twoWhoSetTheSameLimitAtOnceLeaveOneInForce() throws Exception {
    NewLimit limit = ofTheWorkshop(null);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      AtomicReference<Future<?>> other = new AtomicReference<>();
      acts.run(() -> {
        authority.set(limit, Actor.SYSTEM);
        other.set(threads.submit(() -> authority.set(limit, Actor.SYSTEM)));
        assertThat(Blocked.somebody(sql)).as("the second waits for the first").isTrue();
      });
      Objects.requireNonNull(other.get()).get();
    }
    clock.pass(Duration.ofSeconds(1));
    assertThat(authority.all())
        .filteredOn(one -> one.holder().equals(limit.holder()) && one.inForce(clock.instant()))
        .singleElement()
        .satisfies(one ->
            assertThat(authority.all())
                .filteredOn(all -> all.holder().equals(limit.holder()))
                .extracting(Limit::lineId)
                .containsOnly(one.lineId()));
  }

  @Test
  void aLimitThatIsOverBeforeItBeginsIsRefused() {
    NewLimit over = ofTheWorkshop(clock.instant());
    assertThat(refused(() -> authority.set(over, Actor.SYSTEM)).field()).isEqualTo("until");
  }

  private NewLimit toTom(
      Remedy.@Nullable Kind kind, String currency, long grant, @Nullable Long matter) {
    return new NewLimit(
        new Limit.OfPerson(tom.id()),
        kind,
        currency,
        grant,
        matter,
        null,
        null,
        Limit.Period.DAY,
        60,
        null);
  }

  /** Hanna may give 500.00 herself; of refunds, 300.00 and no more than 400.00 in a matter. */
  @Test
  void nobodyLendsMoreThanIsTheirOwn() {
    Subject home = Subject.of("team", world.home.id());
    Refusal above =
        refused(() ->
            authority.emergency(toTom(null, "GBP", 50_001, null), home, "Flood", in(2), hanna));
    assertThat(above.key()).isEqualTo("remedies.refusal.lend-above");
    assertThat(above.field()).isEqualTo("most");
    assertThat(above.args()).containsExactly("500.00 GBP");
    assertThat(
            refused(() ->
                    authority.emergency(toTom(null, "SEK", 1, null), home, "Flood", in(2), hanna))
                .key())
        .isEqualTo("remedies.refusal.lend-nothing");
    Limit refunds =
        authority.set(
            new NewLimit(
                new Limit.OfPerson(hanna.id()),
                Remedy.Kind.REFUND,
                "GBP",
                30_000,
                40_000L,
                null,
                null,
                Limit.Period.WEEK,
                60,
                null),
            Actor.SYSTEM);
    assertThat(
            refused(() ->
                    authority.emergency(
                        toTom(null, "GBP", 30_001, null), home, "Flood", in(2), hanna))
                .args())
        .containsExactly("300.00 GBP");
    assertThat(
            refused(() ->
                    authority.emergency(
                        toTom(null, "GBP", 20_000, 40_001L), home, "Flood", in(2), hanna))
                .field())
        .isEqualTo("per_matter");
    Limit lent =
        authority.emergency(
            toTom(Remedy.Kind.REFUND, "GBP", 30_000, null), home, "Flood", in(2), hanna);
    assertThat(lent.perMatter()).as("bounded as her own is").isEqualTo(40_000);
    Subject about = matter();
    remedies.grant(about, pounds(25_000), "", tom);
    assertThat(remedies.look(about, pounds(15_001), tom).ruling()).isInstanceOf(Above.class);
    clock.pass(Duration.ofMinutes(1));
    authority.end(refunds.id(), Actor.SYSTEM);
    authority.end(lent.id(), Actor.SYSTEM);
  }
}
