package amends.messages.broadcast;

import amends.shared.Refusal;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;

/**
 * People who have something in common, as a statement that finds them: customers here, and what
 * rooms above know of them. Beans of this type are found.
 */
public interface Audience {
  /** A lasting code, such as {@code cases}; its words are {@code messages.broadcast.who.<code>}. */
  String code();

  /** What it asks, for a form. */
  List<Ask> asks(Voice t, Viewer viewer);

  /**
   * The people, as far as the viewer may write to them.
   *
   * @return columns {@code customer_id}, {@code case_id} (bigint, may be null) and {@code own}
   *     (jsonb, may be null: what the words may name of this person only)
   * @throws Refusal of one of its fields
   */
  Query who(Map<String, String> asks, Viewer viewer);

  /** A statement of the room that knows these people, with its values. */
  record Query(String sql, Map<String, ?> params) {}

  /**
   * One field of its form.
   *
   * @param choices empty for words that are typed
   * @param many whether the words may have several lines
   */
  record Ask(String name, String label, String hint, List<Choice> choices, boolean many) {
    public static Ask choice(String name, String label, List<Choice> choices) {
      return new Ask(name, label, "", choices, false);
    }

    public static Ask words(String name, String label, String hint) {
      return new Ask(name, label, hint, List.of(), false);
    }
  }
}
