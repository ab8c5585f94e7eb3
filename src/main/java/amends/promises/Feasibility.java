package amends.promises;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Whether people can keep a rhythm: each of so many customers hears once in every interval, one
 * contact takes so many minutes of one person, and people work in shifts. All times are whole
 * minutes from the moment at which the rhythm begins.
 *
 * <p>It can be kept when in every stretch of time as long as the interval the people on duty have
 * time for as many whole contacts as there are customers: then whoever takes the one who has waited
 * longest is never late. More people or a longer interval never make it worse.
 *
 * @param customers how many are to hear
 * @param every the interval
 * @param contact what one contact takes
 * @param lasts for how long the rhythm is to be kept
 * @param assigned each customer hears from one person of their own
 * @param people the shifts of each
 */
public record Feasibility(
    int customers, int every, int contact, int lasts, boolean assigned, List<List<Shift>> people) {
  /** Intervals that people promise, from often to seldom. */
  private static final List<Integer> RHYTHMS =
      List.of(15, 30, 60, 120, 180, 240, 360, 480, 720, 1_440, 2_880, 4_320, 10_080);

  private static final int MOST_PEOPLE_MORE = 500;

  public Feasibility {
    if (customers < 0 || every < 1 || contact < 1 || lasts < 1) {
      throw new IllegalArgumentException("no rhythm: " + customers + ", " + every);
    }
    people = people.stream().map(List::copyOf).toList();
  }

  /**
   * A time in which somebody is at work; a contact fits into one of them.
   *
   * @param from the first minute
   * @param to the first minute after it
   */
  public record Shift(int from, int to) {
    public Shift {
      if (from >= to) {
        throw new IllegalArgumentException("no shift: " + from + " to " + to);
      }
    }

    /** Whole contacts that fit between two minutes. */
    int contacts(int since, int until, int contact) {
      return Math.max(0, Math.min(to, until) - Math.max(from, since)) / contact;
    }
  }

  public boolean keeps() {
    return capacity() >= customers;
  }

  /** How many customers could hear in this rhythm: the worst stretch of time decides. */
  public int capacity() {
    if (assigned) {
      return people.stream().mapToInt(one -> worst(List.of(one)).contacts()).sum();
    }
    return worst(people).contacts();
  }

  /** The first minute of the stretch in which least can be done. */
  public int tightest() {
    return worst(people).since();
  }

  private record Worst(int since, int contacts) {}

  private Worst worst(List<List<Shift>> team) {
    Worst worst = new Worst(0, Integer.MAX_VALUE);
    int last = Math.max(0, lasts - every);
    for (int since = 0; since <= last; since++) {
      int contacts = contacts(team, since);
      if (contacts < worst.contacts()) {
        worst = new Worst(since, contacts);
      }
      if (contacts == 0) {
        return worst;
      }
    }
    return worst;
  }

  private int contacts(List<List<Shift>> team, int since) {
    int sum = 0;
    for (List<Shift> one : team) {
      for (Shift shift : one) {
        sum += shift.contacts(since, since + every, contact);
      }
    }
    return sum;
  }

  /** The same for other customers or another interval. */
  public Feasibility with(int otherCustomers, int otherEvery) {
    return new Feasibility(otherCustomers, otherEvery, contact, lasts, assigned, people);
  }

  /** A rhythm that can be kept instead. */
  public sealed interface Way {
    /** All of them, less often. */
    record Longer(int every) implements Way {}

    /** Only so many in person, in this rhythm; the others read what goes to all. */
    record Fewer(int customers) implements Way {}

    /** One text to all in this rhythm, which takes one person so many minutes each time. */
    record OneToMany(int every, int minutes) implements Way {}

    /** All of them in this rhythm, with so many more at work the whole time. */
    record MorePeople(int people) implements Way {}
  }

  /**
   * What can be kept instead, the least change first; empty when it can be kept as it is.
   *
   * @param text minutes that one text to all takes
   */
  public List<Way> instead(int text) {
    if (keeps()) {
      return List.of();
    }
    List<Way> ways = new ArrayList<>();
    longer().map(Way.Longer::new).ifPresent(ways::add);
    int some = capacity();
    if (some > 0) {
      ways.add(new Way.Fewer(some));
    }
    oneToMany(text).ifPresent(ways::add);
    more().ifPresent(ways::add);
    return List.copyOf(ways);
  }

  private Optional<Integer> longer() {
    return RHYTHMS.stream()
        .filter(longer -> longer > every && longer <= Math.max(lasts, every))
        .filter(longer -> with(customers, longer).keeps())
        .findFirst();
  }

  private Optional<Way> oneToMany(int text) {
    return IntStream.concat(IntStream.of(every), RHYTHMS.stream().mapToInt(Integer::intValue))
        .filter(rhythm -> rhythm >= every && rhythm <= Math.max(lasts, every))
        .filter(rhythm -> new Feasibility(1, rhythm, text, lasts, false, people).keeps())
        .mapToObj(rhythm -> (Way) new Way.OneToMany(rhythm, text))
        .findFirst();
  }

  private Optional<Way> more() {
    int each = every / contact;
    if (each == 0) {
      return Optional.empty();
    }
    int missing = (customers - capacity() + each - 1) / each;
    return missing > MOST_PEOPLE_MORE ? Optional.empty() : Optional.of(new Way.MorePeople(missing));
  }
}
