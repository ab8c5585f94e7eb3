package amends.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.promises.Feasibility.Shift;
import amends.promises.Feasibility.Way;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Held against people who take, minute after minute, whoever has waited longest. Seeded. */
class FeasibilityTest {
  private final Random random = new Random(20261126);

  @Test
  void fortyCustomersHourlyAreTooManyForTwoPeople() {
    Feasibility asked = new Feasibility(40, 60, 6, 480, false, team(2, 480));
    assertThat(asked.keeps()).isFalse();
    assertThat(asked.capacity()).isEqualTo(20);
    assertThat(asked.instead(15))
        .containsExactly(
            new Way.Longer(120),
            new Way.Fewer(20),
            new Way.OneToMany(60, 15),
            new Way.MorePeople(2));
    assertThat(asked.with(20, 60).keeps()).isTrue();
    assertThat(asked.with(20, 60).instead(15)).isEmpty();
  }

  @Test
  void whereNobodyWorksAtNightOnlyALongerRhythmCanBeKept() {
    List<Shift> office = List.of(new Shift(0, 480), new Shift(1_440, 1_920));
    Feasibility asked = new Feasibility(5, 60, 10, 1_920, false, List.of(office));
    assertThat(asked.keeps()).isFalse();
    assertThat(asked.capacity()).isZero();
    assertThat(asked.tightest()).isBetween(471, 480);
    assertThat(asked.instead(15))
        .contains(new Way.Longer(1_440))
        .noneMatch(Way.Fewer.class::isInstance);
  }

  @Test
  void anAssignedPersonMustBeThereAllTheTime() {
    List<List<Shift>> turns = List.of(List.of(new Shift(0, 240)), List.of(new Shift(240, 480)));
    assertThat(new Feasibility(4, 60, 10, 480, false, turns).keeps()).isTrue();
    assertThat(new Feasibility(4, 60, 10, 480, true, turns).keeps()).isFalse();
    assertThat(new Feasibility(12, 60, 10, 480, true, team(2, 480)).keeps()).isTrue();
  }

  @Test
  void nobodyKeepsNothingButAPromiseToNobody() {
    assertThat(new Feasibility(1, 60, 5, 480, false, List.of()).keeps()).isFalse();
    assertThat(new Feasibility(0, 60, 5, 480, false, team(1, 480)).keeps()).isTrue();
    assertThatThrownBy(() -> new Feasibility(1, 0, 5, 480, false, List.of()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Shift(5, 5)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void neverSaysThatItCanBeKeptWhereWhoeverTakesTheLongestWaitingIsLate() {
    int kept = 0;
    for (int round = 0; round < 3_000; round++) {
      Feasibility asked = any();
      if (asked.keeps()) {
        kept++;
        assertThat(late(asked)).as(asked.toString()).isFalse();
      }
    }
    assertThat(kept).as("rounds that say something").isGreaterThan(300);
  }

  @Test
  void morePeopleAndLongerIntervalsNeverMakeItWorse() {
    for (int round = 0; round < 3_000; round++) {
      Feasibility asked = any();
      List<List<Shift>> more = new ArrayList<>(asked.people());
      more.add(shifts(asked.lasts()));
      Feasibility withOne =
          new Feasibility(
              asked.customers(),
              asked.every(),
              asked.contact(),
              asked.lasts(),
              asked.assigned(),
              more);
      assertThat(withOne.capacity()).as(asked.toString()).isGreaterThanOrEqualTo(asked.capacity());
      Feasibility longer = asked.with(asked.customers(), asked.every() + 1 + random.nextInt(90));
      assertThat(longer.capacity()).as(asked.toString()).isGreaterThanOrEqualTo(asked.capacity());
    }
  }

  @Test
  void whatItProposesCanBeKept() {
    for (int round = 0; round < 1_000; round++) {
      Feasibility asked = any();
      for (Way way : asked.instead(15)) {
        switch (way) {
          case Way.Longer longer ->
              assertThat(asked.with(asked.customers(), longer.every()).keeps()).isTrue();
          case Way.Fewer fewer ->
              assertThat(asked.with(fewer.customers(), asked.every()).keeps()).isTrue();
          case Way.OneToMany all ->
              assertThat(
                      new Feasibility(
                              1, all.every(), all.minutes(), asked.lasts(), false, asked.people())
                          .keeps())
                  .isTrue();
          case Way.MorePeople more -> {
            List<List<Shift>> team = new ArrayList<>(asked.people());
            IntStream.range(0, more.people())
                .forEach(n -> team.add(List.of(new Shift(0, asked.lasts() + asked.every()))));
            assertThat(
                    new Feasibility(
                            asked.customers(),
                            asked.every(),
                            asked.contact(),
                            asked.lasts(),
                            asked.assigned(),
                            team)
                        .keeps())
                .as(asked + " with " + more)
                .isTrue();
          }
        }
      }
    }
  }

  private Feasibility any() {
    int lasts = 60 + random.nextInt(600);
    List<List<Shift>> people = new ArrayList<>();
    for (int n = random.nextInt(4); n >= 0; n--) {
      people.add(random.nextBoolean() ? List.of(new Shift(0, lasts + 200)) : shifts(lasts));
    }
    return new Feasibility(
        random.nextInt(12),
        10 + random.nextInt(200),
        1 + random.nextInt(25),
        lasts,
        random.nextInt(3) == 0,
        people);
  }

  private List<Shift> shifts(int lasts) {
    List<Shift> shifts = new ArrayList<>();
    int at = random.nextInt(60);
    while (at < lasts + 100) {
      int to = at + 1 + random.nextInt(300);
      shifts.add(new Shift(at, to));
      at = to + random.nextInt(90);
    }
    return shifts;
  }

  private static List<List<Shift>> team(int people, int minutes) {
    return IntStream.range(0, people).mapToObj(n -> List.of(new Shift(0, minutes))).toList();
  }

  /** Whether anybody waits longer than the interval, until the rhythm is over. */
  private static boolean late(Feasibility asked) {
    if (!asked.assigned()) {
      return late(asked, asked.customers(), asked.people());
    }
    int left = asked.customers();
    for (List<Shift> one : asked.people()) {
      Feasibility alone =
          new Feasibility(0, asked.every(), asked.contact(), asked.lasts(), false, List.of(one));
      int his = Math.min(left, alone.capacity());
      left -= his;
      if (late(asked, his, List.of(one))) {
        return true;
      }
    }
    return left > 0;
  }

  private static boolean late(Feasibility asked, int customers, List<List<Shift>> people) {
    if (customers == 0) {
      return false;
    }
    int[] heard = new int[customers];
    Deque<Integer> waiting = new ArrayDeque<>(IntStream.range(0, customers).boxed().toList());
    int[] busyUntil = new int[people.size()];
    int[] with = new int[people.size()];
    Arrays.fill(with, -1);
    int end = Math.max(asked.lasts(), asked.every());
    for (int now = 0; now <= end; now++) {
      for (int p = 0; p < people.size(); p++) {
        if (with[p] >= 0 && busyUntil[p] == now) {
          heard[with[p]] = now;
          waiting.addLast(with[p]);
          with[p] = -1;
        }
      }
      for (int customer = 0; customer < customers; customer++) {
        if (now - heard[customer] > asked.every()) {
          return true;
        }
      }
      for (int p = 0; p < people.size(); p++) {
        if (with[p] < 0 && !waiting.isEmpty() && fits(people.get(p), now, asked.contact())) {
          with[p] = waiting.pollFirst();
          busyUntil[p] = now + asked.contact();
        }
      }
    }
    return false;
  }

  private static boolean fits(List<Shift> shifts, int now, int contact) {
    return shifts.stream().anyMatch(s -> s.from() <= now && now + contact <= s.to());
  }
}
