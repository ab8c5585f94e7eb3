package amends.complaints.web;

import amends.shared.page.Choice;
import amends.shared.page.Clock;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case as a formal complaint.
 *
 * @param work whether the viewer may act
 * @param regimes the rules to choose from when it is none yet
 * @param held what it is held as; null while it is no formal complaint
 * @param act the form that was refused; "" for none
 */
public record ComplaintView(
    Page page,
    long id,
    String subject,
    String customer,
    boolean work,
    List<Choice> regimes,
    @Nullable Held held,
    Form form,
    String act) {

  /**
   * @param facts name and words of what is known
   * @param investigators to choose from
   * @param mine whether the viewer looks into it
   * @param letters to write, by the code of their kind
   * @param decided what was decided; null while it is not
   * @param referred where they took it; null while they did not
   */
  public record Held(
      List<Choice> facts,
      List<ClockLine> clocks,
      List<Choice> investigators,
      @Nullable String investigator,
      boolean mine,
      List<Choice> outcomes,
      @Nullable String decided,
      @Nullable String findings,
      boolean accepted,
      @Nullable String referred,
      List<Choice> letters,
      List<WrittenLine> written) {}

  /**
   * One clock.
   *
   * @param why how its end was counted, in words
   * @param state what became of it, in words
   */
  public record ClockLine(String name, String rules, Clock clock, String why, String state) {}

  /** A letter that was written. */
  public record WrittenLine(String kind, String when, String state) {}
}
