package amends.cases.web;

import amends.cases.Rounds;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One reply to many. Template {@code cases/round.jte} while it is written and looked at, {@code
 * cases/roundsent.jte} once it is sent.
 *
 * <pre>
 * GET  /rounds/new?pick=…&amp;pick=…   or all=yes with the fields of a view
 * POST /rounds, /rounds/{id}         text, next, by, nothing_more, pick (a case number, many)
 * POST /rounds/{id}/sending, /rounds/{id}/undoing
 * </pre>
 *
 * @param id null before it was written down
 * @param picks every chosen case; ticked unless it was let go
 * @param letters as each person will read it; empty before it was written down
 */
public record RoundView(
    Page page,
    @Nullable Long id,
    Form form,
    List<Pick> picks,
    List<Letter> letters,
    List<Choice> moments) {

  /** A case that was chosen. */
  public record Pick(long id, String customer, String subject, boolean ticked) {}

  /**
   * @param hindrance why it is not sent; null when it is
   */
  public record Letter(
      long id, String customer, String subject, String body, @Nullable String hindrance) {}

  /** What can be filled in. */
  public String places() {
    return Rounds.places();
  }

  /** How many will be written to. */
  public long going() {
    return letters.stream().filter(letter -> letter.hindrance() == null).count();
  }

  /** Whoever is left out, first of all. */
  public List<Letter> leftOut() {
    return letters.stream().filter(letter -> letter.hindrance() != null).toList();
  }

  public List<Letter> sendable() {
    return letters.stream().filter(letter -> letter.hindrance() == null).toList();
  }

  /**
   * What has become of it.
   *
   * @param coming how many are not written yet
   * @param undoes whether it can still be taken back
   */
  public record Sent(
      Page page,
      long id,
      String once,
      String state,
      long sent,
      long coming,
      List<Line> lines,
      boolean undoes) {}

  /**
   * @param state what became of this one
   */
  public record Line(long id, String customer, String subject, String state, boolean out) {}
}
