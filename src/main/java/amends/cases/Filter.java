package amends.cases;

import amends.shared.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of the queue to show; what is empty does not limit.
 *
 * @param owner "", nobody, me, or person:7
 * @param state "", open or settled
 * @param waiting "", any, none, or whom we wait for: customer, carrier, insurer, supplier, court,
 *     colleague
 * @param due "", late, or the next moment within: hour, day, week
 * @param words found in the subject or in what happened
 * @param customer a part of the customer's name
 * @param tag the whole name of a tag
 * @param fieldId the field of the house that {@code fieldValue} is looked for in
 * @param fieldValue a part of a text, a choice, a number, a day, yes or no; two numbers or days
 *     with two points between them for everything from one to the other; "" for whatever is there
 */
public record Filter(
    String owner,
    @Nullable Long teamId,
    @Nullable Long brandId,
    String state,
    String waiting,
    String due,
    String words,
    String customer,
    String tag,
    @Nullable Long fieldId,
    String fieldValue) {
  public static final Filter NONE = new Filter("", null, null, "", "", "", "", "");

  /** Whatever the fields of the house. */
  public Filter(
      String owner,
      @Nullable Long teamId,
      @Nullable Long brandId,
      String state,
      String waiting,
      String due,
      String words,
      String customer,
      String tag) {
    this(owner, teamId, brandId, state, waiting, due, words, customer, tag, null, "");
  }

  /** Whatever the tags. */
  public Filter(
      String owner,
      @Nullable Long teamId,
      @Nullable Long brandId,
      String state,
      String waiting,
      String due,
      String words,
      String customer) {
    this(owner, teamId, brandId, state, waiting, due, words, customer, "");
  }

  private static final String PERSON = "person:";

  public boolean isNone() {
    return equals(NONE);
  }

  /**
   * A condition over the case {@code c}; give the statement {@link #params} too.
   *
   * @param p sets the names of its values apart from those of another filter
   */
  String where(String p) {
    List<String> all = new ArrayList<>();
    all.add("true");
    switch (owner) {
      case "" -> {}
      case "nobody" -> all.add("c.owner_id is null");
      default -> all.add("c.owner_id = :" + p + "owner");
    }
    add(all, teamId != null, "c.team_id = :" + p + "team");
    add(all, brandId != null, "c.brand_id = :" + p + "brand");
    add(all, state.equals("open"), "c.settled_at is null");
    add(all, state.equals("settled"), "c.settled_at is not null");
    switch (waiting) {
      case "" -> {}
      case "any" -> all.add("c.waiting is not null");
      case "none" -> all.add("c.waiting is null");
      default -> all.add("c.waiting = :" + p + "waiting");
    }
    add(all, !due.isEmpty(), "c.next_due_at <= :" + p + "due");
    add(
        all,
        !words.isBlank(),
        "(c.subject ilike :%1$swords or c.happened ilike :%1$swords)".formatted(p));
    add(
        all,
        !customer.isBlank(),
        "exists (select from customers_v_customer f where f.id = c.customer_id and f.name ilike :%scustomer)"
            .formatted(p));
    add(
        all,
        !tag.isEmpty(),
        "exists (select from case_tag x join tag g on g.id = x.tag_id where x.case_id = c.id and g.name = :%stag)"
            .formatted(p));
    add(all, fieldId != null, FieldMatch.where(p, fieldValue));
    return "(" + String.join(" and ", all) + ")";
  }

  Map<String, Object> params(String p, long me, Instant now) {
    Map<String, Object> params = new HashMap<>();
    params.put(p + "owner", owner.startsWith(PERSON) ? number(owner) : me);
    params.put(p + "team", teamId == null ? 0L : teamId);
    params.put(p + "brand", brandId == null ? 0L : brandId);
    params.put(p + "waiting", waiting);
    params.put(p + "due", Sql.at(now.plus(within())));
    params.put(p + "words", part(words));
    params.put(p + "customer", part(customer));
    params.put(p + "tag", tag);
    params.put(p + "field", fieldId == null ? 0L : fieldId);
    params.putAll(FieldMatch.params(p, fieldValue));
    return params;
  }

  private Duration within() {
    return switch (due) {
      case "hour" -> Duration.ofHours(1);
      case "day" -> Duration.ofDays(1);
      case "week" -> Duration.ofDays(7);
      default -> Duration.ZERO;
    };
  }

  private static long number(String owner) {
    String digits = owner.substring(PERSON.length());
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }

  static String part(String typed) {
    String plain = typed.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    return "%" + plain + "%";
  }

  private static void add(List<String> all, boolean set, String condition) {
    if (set) {
      all.add(condition);
    }
  }
}
