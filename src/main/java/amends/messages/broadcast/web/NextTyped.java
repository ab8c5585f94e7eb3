package amends.messages.broadcast.web;

import amends.customers.Purpose;
import amends.messages.broadcast.After;
import amends.messages.broadcast.Broadcast;
import amends.messages.broadcast.Broadcast.Ways;
import amends.messages.broadcast.Broadcast.Words;
import amends.shared.Refusal;
import amends.shared.page.Page;
import amends.time.ByWhen;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The words of a broadcast as its form has them, with what happens next. */
final class NextTyped {
  private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

  private NextTyped() {}

  /**
   * @throws Refusal when the moment cannot be read, or half of a promise is missing
   */
  static Words words(Page page, Map<String, String> typed) {
    Long brand = BroadcastPages.number(typed.get("brand"));
    return new Words(
        brand == null ? 0 : brand,
        one(Purpose.values(), typed.getOrDefault("purpose", ""), Purpose.SERVICE),
        one(Ways.values(), typed.getOrDefault("ways", ""), Ways.PREFERRED),
        typed.getOrDefault("subject", "").strip(),
        typed.getOrDefault("body", "").strip().replace("\r\n", "\n"),
        new After(given(page, typed), earlier(typed)));
  }

  private static After.@Nullable Given given(Page page, Map<String, String> typed) {
    String next = typed.getOrDefault("next", "").strip();
    String by = typed.getOrDefault("by", "").strip();
    if (next.isEmpty() && by.isEmpty()) {
      return null;
    }
    if (next.isEmpty() || by.isEmpty()) {
      throw new Refusal(next.isEmpty() ? "next" : "by", "messages.broadcast.refusal.half");
    }
    Instant due = ByWhen.read("by", by, page.t(), page.now());
    return new After.Given(next, due);
  }

  private static After.@Nullable Earlier earlier(Map<String, String> typed) {
    String[] chosen = typed.getOrDefault("earlier", "").split(":", -1);
    Long id = BroadcastPages.number(chosen[0]);
    return id == null || chosen.length < 2
        ? null
        : new After.Earlier(id, one(After.How.values(), chosen[1], After.How.KEPT));
  }

  static String chosen(long broadcast, After.How how) {
    return broadcast + ":" + how.code();
  }

  static Map<String, String> fields(Page page, Broadcast one) {
    Map<String, String> fields = new HashMap<>();
    fields.put("brand", String.valueOf(one.words().brandId()));
    fields.put("purpose", one.words().purpose().code());
    fields.put("ways", one.words().ways().code());
    fields.put("subject", one.words().subject());
    fields.put("body", one.words().body());
    After.Given given = one.words().after().given();
    if (given != null) {
      fields.put("next", given.words());
      fields.put("by", TYPED.format(given.dueAt().atZone(page.t().zone())));
    }
    After.Earlier earlier = one.words().after().earlier();
    if (earlier != null) {
      fields.put("earlier", chosen(earlier.broadcastId(), earlier.how()));
    }
    return fields;
  }

  private static <E extends Enum<E>> E one(E[] all, String typed, E usual) {
    return Arrays.stream(all)
        .filter(e -> e.name().equalsIgnoreCase(typed))
        .findFirst()
        .orElse(usual);
  }
}
