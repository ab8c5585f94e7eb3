package amends.app.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;

/** Which pages agents open: the queue, a case, and what they search for. */
record Visits(List<Site.Agent> agents, Site.Wanted wanted) {
  private static final List<String> COMMON =
      List.of("order", "parcel", "kettle", "refund", "telephone", "delivery promised", "water");

  private static final List<Kind> SELDOM =
      List.of(
          Kind.SEARCH_WORDS,
          Kind.SEARCH_TYPO,
          Kind.SEARCH_NAME,
          Kind.SEARCH_SERIAL,
          Kind.SEARCH_PHONE,
          Kind.SEARCH_NUMBER);

  /** What kind of page. */
  enum Kind {
    QUEUE,
    CASE,
    SEARCH_COMMON,
    SEARCH_WORDS,
    SEARCH_TYPO,
    SEARCH_NAME,
    SEARCH_SERIAL,
    SEARCH_PHONE,
    SEARCH_NUMBER
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
        ? search(Kind.SEARCH_COMMON, one(COMMON, random))
        : search(SELDOM.get(random.nextInt(SELDOM.size())), random);
  }

  private static Visit search(Kind kind, String words) {
    return new Visit(kind, "/search?q=" + typed(words));
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

  private Visit search(Kind kind, SplittableRandom random) {
    return search(
        kind,
        switch (kind) {
          case SEARCH_WORDS -> one(wanted.said(), random);
          case SEARCH_TYPO -> mistyped(one(wanted.names(), random), random);
          case SEARCH_NAME -> one(wanted.names(), random);
          case SEARCH_SERIAL -> one(wanted.serials(), random);
          case SEARCH_PHONE -> phone(one(wanted.phones(), random), random);
          case SEARCH_NUMBER, SEARCH_COMMON, QUEUE, CASE -> one(wanted.numbers(), random);
        });
  }

  /** The whole number, or its end as people read it out. */
  private static String phone(String number, SplittableRandom random) {
    return random.nextBoolean() ? number : number.substring(number.length() - 6);
  }

  /** A letter left out in the second word. */
  private static String mistyped(String name, SplittableRandom random) {
    int at = name.indexOf(' ') + 2 + random.nextInt(3);
    return at >= name.length() ? name : name.substring(0, at) + name.substring(at + 1);
  }

  private static <T> T one(List<T> of, SplittableRandom random) {
    return of.get(random.nextInt(of.size()));
  }

  static String typed(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
