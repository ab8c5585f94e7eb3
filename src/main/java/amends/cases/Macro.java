package amends.cases;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Words kept for writing again, and what is to happen on sending. What is empty sets nothing; with
 * words alone it is a template.
 *
 * @param id 0 for a new one
 * @param teamId the team that has it; null for all
 * @param words by language ("en"), at least one
 * @param then what the form is filled with besides
 */
public record Macro(
    long id, String name, @Nullable Long teamId, Map<String, Said> words, Then then, Used used) {
  public Macro {
    words = Map.copyOf(words);
  }

  /**
   * In one language.
   *
   * @param next what happens next; may be empty
   */
  public record Said(String words, String next) {}

  /**
   * As people type these into the forms of a case.
   *
   * @param by by when, as in "tomorrow 12:00"
   * @param tags with commas between
   * @param owner "team:2" or "person:7"
   * @param waitWhom for whom it waits from then on
   */
  public record Then(
      String by, String tags, String owner, String waitWhom, String waitWords, String waitLook) {}

  /**
   * @param lately how often in the last 30 days
   * @param last when it was used last; null for never
   */
  public record Used(long lately, @Nullable Instant last) {
    public static final Used NEVER = new Used(0, null);
  }
}
