package amends.cases.web;

import amends.shared.page.Badge;
import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.shared.page.Face;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.shared.page.Rest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The queue, ordered by the next moment due. Template {@code cases/queue.jte}.
 *
 * <pre>
 * GET /cases?view=mine|team|unowned|soon|broken|waiting|all&amp;q=…&amp;after=…   this page
 * GET /cases?owner=…&amp;team=…&amp;brand=…&amp;state=…&amp;waiting=…&amp;due=…&amp;words=…&amp;customer=…   filtered
 * GET /cases?saved=7   a view that was saved by name
 * </pre>
 *
 * @param view the code of the view that is shown
 * @param search what was searched for, or ""
 * @param groups in the order of {@link When}; empty ones left out
 * @param nextDue when nothing is broken: the clock time of the next moment, for the empty state;
 *     null when there is none
 * @param offered how many hand-overs wait for the viewer to accept them
 */
public record QueueView(
    Page page,
    View view,
    String search,
    List<Group> groups,
    @Nullable String nextDue,
    Rest rest,
    Filters filters,
    int offered) {

  /** Nothing waits to be accepted. */
  public QueueView(
      Page page,
      View view,
      String search,
      List<Group> groups,
      @Nullable String nextDue,
      Rest rest,
      Filters filters) {
    this(page, view, search, groups, nextDue, rest, filters, 0);
  }

  /** Without a filter. */
  public QueueView(
      Page page,
      View view,
      String search,
      List<Group> groups,
      @Nullable String nextDue,
      Rest rest) {
    this(page, view, search, groups, nextDue, rest, Filters.NONE);
  }

  /**
   * The filter as a form.
   *
   * @param on whether it limits anything now
   * @param savedId the view that it comes from; null for none
   * @param own that view may be changed
   */
  public record Filters(
      Form form, boolean on, Lists lists, @Nullable Long savedId, String name, boolean own) {
    static final Filters NONE = new Filters(Form.blank(), false, Lists.NONE, null, "", false);
  }

  /** What each field of the filter offers, and with whom a view can be shared. */
  public record Lists(
      List<Choice> owners,
      List<Choice> teams,
      List<Choice> brands,
      List<Choice> states,
      List<Choice> waiting,
      List<Choice> due,
      List<Choice> fields,
      List<Choice> shares) {
    static final Lists NONE =
        new Lists(
            List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
  }

  /** The name of what is shown. */
  public String title() {
    if (!search.isEmpty()) {
      return page.t().say("cases.queue.found");
    }
    if (filters.savedId() != null) {
      return filters.name();
    }
    return page.t().say(filters.on() ? "cases.filter.title" : "shared.view." + view.code());
  }

  /** The link to what is shown, from its beginning. */
  public String here() {
    Long saved = filters.savedId();
    return saved != null
        ? "/cases?saved=" + saved
        : "/cases?" + (filters.on() ? query() : "view=" + view.code());
  }

  QueueView with(Rest other) {
    return new QueueView(page, view, search, groups, nextDue, other, filters, offered);
  }

  /** The place in the navigation. */
  public String active() {
    Long saved = filters.savedId();
    return saved != null ? "saved." + saved : filters.on() ? "view." : "view." + view.code();
  }

  /** The fields of the filter as the end of a link. */
  public String query() {
    StringBuilder query = new StringBuilder();
    filters.form().values().entrySet().stream()
        .filter(e -> !e.getValue().isEmpty())
        .sorted(Map.Entry.comparingByKey())
        .forEach(e ->
            query
                .append(query.isEmpty() ? "" : "&")
                .append(e.getKey())
                .append('=')
                .append(URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8)));
    return query.toString();
  }

  /** Which cases. */
  public enum View {
    MINE,
    TEAM,
    UNOWNED,
    SOON,
    BROKEN,
    WAITING,
    /** Whatever one may see. */
    ALL;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Where a row stands; the line that is now lies after the first two. */
  public enum When {
    HARM,
    BROKEN,
    HOUR,
    TODAY,
    LATER,
    WAITING,
    /** Only among what was searched for. */
    CLOSED;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Rows with a common head.
   *
   * @param count all of the group, also those on later pages
   */
  public record Group(When when, int count, List<Row> rows) {}

  /**
   * One case, one line.
   *
   * @param channel code of the sign and of the text {@code shared.channel.<code>}: email, phone,
   *     sms, letter, chat, form
   * @param mood angry, afraid, letdown, calm, relieved; null when nothing says so
   * @param turn whose turn it is
   * @param todo what they do next: "confirm the bank reference"
   * @param at the due moment, short: "14:30", "Wed 09:30"
   */
  public record Row(
      long id,
      String customer,
      String channel,
      String what,
      List<Badge> badges,
      @Nullable String mood,
      Face turn,
      String todo,
      Clock clock,
      String at) {}

  /** The line that is now comes after this group: what is urgent or broken lies before it. */
  public boolean beforeNow(Group group) {
    int next = groups.indexOf(group) + 1;
    return urgent(group) && (next == groups.size() || !urgent(groups.get(next)));
  }

  /** Nothing is urgent or broken: the line that is now stands on top. */
  public boolean nowFirst() {
    return !urgent(groups.getFirst());
  }

  private static boolean urgent(Group group) {
    return group.when() == When.HARM || group.when() == When.BROKEN;
  }

  public int total() {
    return groups.stream().mapToInt(Group::count).sum();
  }

  public List<Row> rows(When when) {
    return groups.stream()
        .filter(group -> group.when() == when)
        .flatMap(group -> group.rows().stream())
        .toList();
  }
}
