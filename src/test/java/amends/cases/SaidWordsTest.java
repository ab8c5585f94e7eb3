package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customer;
import amends.customers.Customers;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.staff.Permits;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.AsOwner;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Chance writes the cases, from the oldest block of numbers to the newest; what is found in them is
 * what a reader finds who goes through all of them.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SaidWordsTest {
  private static final List<String> FIRST = List.of("bax", "dov", "fum", "gak", "jip", "kut");
  private static final List<String> SECOND = List.of("lom", "nug", "pok", "rab", "tuz");

  /** Signs that the dictionary takes for an apostrophe, and an apostrophe for the end of a word. */
  private static final List<String> CUT = List.of("памʼять", "toʻlov", "ʻokina");

  private static final int CASES = 360;
  private static final int PLACES = 24;
  private static final int QUESTIONS = 150;
  private static final int LONGEST = 12;

  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired CaseTexts texts;
  @Autowired SaidWords said;
  @Autowired Permits permits;
  @Autowired TestClock clock;

  private final SplittableRandom random = new SplittableRandom(20_261_127);
  private final TreeMap<Long, Told> told = new TreeMap<>();
  private Fernhill world;

  /** What stands in a case, and who sees it. */
  private record Told(Set<String> words, long team, long owner) {
    boolean bears(List<String> sought, boolean beginning) {
      List<String> whole = beginning ? sought.subList(0, sought.size() - 1) : sought;
      return words.containsAll(whole)
          && (!beginning || words.stream().anyMatch(word -> word.startsWith(sought.getLast())));
    }

    boolean seenBy(Viewer viewer, long home) {
      return team == home || owner == viewer.id();
    }
  }

  @BeforeAll
  void written() {
    world = new Fernhill(staff, customers);
    Customer ruth = world.ruth();
    for (int place = 0; place < PLACES; place++) {
      // Near together among the newest, far apart among the oldest; some at the edge of a block.
      long blocks = 400 - (PLACES - place) * (PLACES - place) / 2;
      new AsOwner()
          .run(
              "select setval(pg_get_serial_sequence('amends_case', 'id'), %d)"
                  .formatted(blocks * CaseKeys.BLOCK - random.nextInt(CASES / PLACES)));
      for (int n = 0; n < CASES / PLACES; n++) {
        write(ruth);
      }
    }
    for (String word : CUT) {
      write(ruth, Set.of(word, word()));
    }
    write(ruth, new LinkedHashSet<>(List.of("ять", "пам")));
    while (texts.perform()) {
      continue;
    }
  }

  private void write(Customer customer) {
    Set<String> words = new HashSet<>();
    for (int n = 1 + random.nextInt(LONGEST); n > 0; n--) {
      words.add(word());
    }
    write(customer, words);
  }

  private void write(Customer customer, Set<String> words) {
    long team = random.nextInt(3) == 0 ? world.workshop.id() : world.home.id();
    long owner = random.nextInt(4) == 0 ? world.tom.id() : world.priya.id();
    Case opened =
        cases.open(
            new NewCase(
                world.brand.id(),
                team,
                owner,
                customer.id(),
                "phone",
                "It happened",
                String.join(", ", words),
                null,
                null,
                null,
                true,
                Promise.Kind.CONTACT,
                "we call back",
                clock.instant().plus(Duration.ofHours(2)),
                Actor.SYSTEM),
            world.admin);
    told.put(opened.id(), new Told(words, team, owner));
  }

  /** The n-th of thirty is said 1/n times as often as the first. */
  private String word() {
    int most = FIRST.size() * SECOND.size();
    int n = (int) Math.exp(random.nextDouble() * Math.log(most)) - 1;
    return FIRST.get(n % FIRST.size()) + SECOND.get(n / FIRST.size());
  }

  @Test
  void whatIsFoundIsWhereAllTheWordsStand() {
    int some = 0;
    for (int n = 0; n < QUESTIONS; n++) {
      List<String> sought = sought(1 + random.nextInt(3));
      some += found(sought, false).isEmpty() ? 0 : 1;
      assertThat(found(sought, false)).as("%s", sought).isEqualTo(told(sought, false, null));
    }
    assertThat(some).isBetween(QUESTIONS / 4, QUESTIONS - 1);
  }

  @Test
  void theBeginningOfTheLastIsFoundWhereAnyWordBeginsSo() {
    for (int n = 0; n < QUESTIONS / 3; n++) {
      List<String> sought = new ArrayList<>(sought(1 + random.nextInt(2)));
      sought.add(FIRST.get(random.nextInt(FIRST.size())));
      assertThat(found(sought, false)).as("%s", sought).isEqualTo(told(sought, true, null));
    }
  }

  @Test
  void ofAllThatNobodyFindsMoreThanTheyMaySee() {
    for (int n = 0; n < QUESTIONS; n++) {
      List<String> sought = sought(1 + random.nextInt(2));
      assertThat(found(sought, true)).as("%s", sought).isEqualTo(told(sought, false, world.tom));
    }
  }

  @Test
  void aWordThatNobodyWroteIsFoundNowhere() {
    assertThat(found(List.of("zyzzyva"), false)).isEmpty();
    assertThat(found(List.of(FIRST.getFirst() + SECOND.getFirst(), "zyzzyva"), true)).isEmpty();
  }

  @Test
  void aWordWithAnApostropheOfItsLanguageIsFoundWhereItStands() {
    for (String word : CUT) {
      assertThat(found(List.of(word), false))
          .as(word)
          .hasSize(1)
          .isEqualTo(told(List.of(word), false, null));
    }
    assertThat(found(List.of("памʼят"), false)).isEqualTo(told(List.of("памʼять"), false, null));
    assertThat(found(List.of("памʼять", "toʻlov"), false)).isEmpty();
  }

  private List<String> sought(int count) {
    List<String> sought = new ArrayList<>();
    while (sought.size() < count) {
      sought.add(word());
    }
    return sought;
  }

  private Set<Long> found(List<String> sought, boolean ofTom) {
    Viewer viewer = ofTom ? world.tom : world.admin;
    return said.find(String.join(" ", sought), permits.visible(viewer)).cases().keySet();
  }

  private Set<Long> told(List<String> sought, boolean beginning, @Nullable Viewer viewer) {
    return told.entrySet().stream()
        .filter(one -> one.getValue().bears(sought, beginning))
        .filter(one -> viewer == null || one.getValue().seenBy(viewer, world.home.id()))
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }
}
