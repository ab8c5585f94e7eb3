package amends.app.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Which pages agents open: the queue, a case, and what they search for. */
record Visits(List<Site.Agent> agents, Site.Wanted wanted) {
  private static final List<String> COMMON =
      List.of("order", "parcel", "kettle", "refund", "telephone", "delivery promised", "water");

  /** What kind of page. */
  enum Kind {
    QUEUE,
    CASE,
    SEARCH_COMMON,
    SEARCH_RARE
  }

  /** One page to open. */
  record Visit(Kind kind, String path) {}

  Visit next(int agent, SplittableRandom random) {
    int share = random.nextInt(1_000);
    if (share < 500) {
      return new Visit(Kind.QUEUE, "/cases?view=" + view(random.nextInt(100)));
    }
    List<Long> cases = agents.get(agent).cases();
    if (share < 850 && !cases.isEmpty()) {
      return new Visit(Kind.CASE, "/cases/" + one(cases, random));
    }
    return share < 925
        ? new Visit(Kind.SEARCH_COMMON, "/search?q=" + typed(one(COMMON, random)))
        : new Visit(Kind.SEARCH_RARE, "/search?q=" + typed(rare(random)));
  }

  private static String view(int share) {
    if (share < 50) {
      return "team";
    }
    if (share < 70) {
      return "mine";
    }
    if (share < 80) {
      return "unowned";
    }
    return share < 90 ? "soon" : "broken";
  }

  private String rare(SplittableRandom random) {
    return switch (random.nextInt(6)) {
      case 0 -> mistyped(one(wanted.names(), random), random);
      case 1 -> one(wanted.serials(), random);
      case 2 -> one(wanted.phones(), random);
      case 3 -> ending(one(wanted.phones(), random));
      case 4 -> one(wanted.names(), random);
      default -> one(wanted.numbers(), random);
    };
  }

  /** A letter left out in the second word. */
  private static String mistyped(String name, SplittableRandom random) {
    int at = name.indexOf(' ') + 2 + random.nextInt(3);
    return at >= name.length() ? name : name.substring(0, at) + name.substring(at + 1);
  }

  private static String ending(String phone) {
    return phone.substring(phone.length() - 6);
  }

  private static <T> T one(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }

  static String typed(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
