package amends.messages.broadcast.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writing to many. Templates {@code messages/broadcasts.jte} (all of them), {@code
 * broadcastwords.jte}, {@code broadcast.jte} (before it is started), {@code broadcastsent.jte} and
 * {@code broadcastpeople.jte}.
 *
 * <pre>
 * GET  /broadcasts, /broadcasts/new, /broadcasts/{id}, /broadcasts/{id}/words
 * POST /broadcasts, /broadcasts/{id}/words   brand, purpose, ways, subject, body,
 *      next, by (a moment, as it is typed), earlier (number:kept|moved)
 * POST /broadcasts/{id}/list                 audience, its own fields, without
 * POST /broadcasts/{id}/start                count, overrule
 * POST /broadcasts/{id}/pause, resume, cancel, correction   (no fields)
 * GET  /broadcasts/{id}/people               state, after
 * </pre>
 */
public final class BroadcastView {
  private BroadcastView() {}

  /** All of them. */
  public record All(Page page, List<Row> rows, @Nullable Long more) {}

  /**
   * One of them.
   *
   * @param how how it is with it, in words
   */
  public record Row(long id, String subject, String brand, String how, String state) {}

  /**
   * The words.
   *
   * @param id null before they were written down
   * @param earlier what others promised that this one can keep or move
   */
  public record Words(
      Page page,
      @Nullable Long id,
      Form form,
      List<Choice> brands,
      List<Choice> purposes,
      List<Choice> ways,
      String places,
      List<Choice> earlier) {}

  /** What it says of itself, on each of its pages. */
  public record Head(
      long id,
      String subject,
      String body,
      String brand,
      String purpose,
      String ways,
      String state,
      String next,
      @Nullable Link corrects) {}

  public record Link(long id, String words) {}

  /**
   * Before it is started.
   *
   * @param list how it is with the list, in words; "" before it was asked for
   * @param unknown lines that name nobody
   * @param overrulings reasons for which its words go out as they are; empty where nothing stops
   *     them
   */
  public record Ready(
      Page page,
      Head head,
      Form form,
      boolean listing,
      boolean frozen,
      boolean tooMany,
      String list,
      int reachable,
      List<Who> audiences,
      List<Choice> others,
      List<String> unknown,
      List<Letter> letters,
      List<Choice> overrulings,
      String undo) {}

  /** One kind of people, with what it asks. */
  public record Who(String code, String words, List<Ask> asks) {}

  public record Ask(String name, String label, String hint, List<Choice> choices, boolean many) {}

  public record Letter(String to, String subject, String body) {}

  /**
   * On its way, or over.
   *
   * @param moves whether it changes by itself
   * @param finish when it will have reached everyone, in words; "" when that cannot be said
   * @param promised what has become of what it promised, in words; none where it promised nothing
   * @param byHand whether colleagues have something to print, post or call for it
   */
  public record Sent(
      Page page,
      Head head,
      String how,
      String finish,
      boolean moves,
      boolean pauses,
      boolean resumes,
      boolean stops,
      boolean byHand,
      List<String> promised,
      List<Count> counts,
      int share) {}

  /**
   * @param state shows those people
   */
  public record Count(String state, String words, String number, String hint) {}

  /** Its people. */
  public record People(
      Page page,
      Head head,
      String state,
      List<Choice> states,
      List<Person> people,
      @Nullable Integer more) {}

  public record Person(int no, long id, String name, String way, String how, String at) {}
}
