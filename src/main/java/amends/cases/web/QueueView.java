package amends.cases.web;

import amends.shared.page.Badge;
import amends.shared.page.Clock;
import amends.shared.page.Face;
import amends.shared.page.Page;
import amends.shared.page.Rest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The queue, ordered by the next moment due. Template {@code cases/queue.jte}.
 *
 * <pre>
 * GET /cases?view=mine|team|unowned|soon|broken&amp;q=…&amp;after=…   this page
 * </pre>
 *
 * @param view the code of the view that is shown
 * @param search what was searched for, or ""
 * @param groups in the order of {@link When}; empty ones left out
 * @param nextDue when nothing is broken: the clock time of the next moment, for the empty state;
 *     null when there is none
 */
public record QueueView(
    Page page, View view, String search, List<Group> groups, @Nullable String nextDue, Rest rest) {

  /** Which cases. */
  public enum View {
    MINE,
    TEAM,
    UNOWNED,
    SOON,
    BROKEN;

    public String code() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** Where a row stands; the line that is now lies after the first. */
  public enum When {
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
