package amends.cases.web;

import amends.shared.page.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing in the timeline of a case. {@code time} is the clock time in the viewer's zone. */
public sealed interface Entry {
  Instant at();

  String time();

  /**
   * A message, in or out.
   *
   * @param id of the message
   * @param out true when we sent it
   * @param channel code of the sign: email, phone, …
   * @param who "Ruth Adeyemi", "You"
   * @param how "by e-mail", "by e-mail, accepted 09:31"
   * @param text the new words, plain, with line breaks
   * @param quoted the older words that were quoted below; null when there were none
   * @param html link to the sanitised HTML for a sandboxed frame; null when it came as text only
   * @param next what we said happens next; null for letters that came in
   * @param kept the clock of that promise
   * @param trouble why it could not be delivered and what to do; null when all is well
   * @param shown what its words show; null for what we sent
   */
  record Letter(
      long id,
      Instant at,
      String time,
      boolean out,
      String channel,
      String who,
      String how,
      @Nullable String mood,
      String text,
      @Nullable String quoted,
      @Nullable String html,
      List<Attachment> attachments,
      @Nullable String next,
      @Nullable Clock kept,
      @Nullable String trouble,
      @Nullable Shown shown)
      implements Entry {}

  /**
   * What somebody's words show, and which words.
   *
   * @param pieces all of the text, cut where words are marked
   * @param denial where one says that nobody is hurt or in danger; null where nothing waits for it
   */
  record Shown(List<SearchView.Piece> pieces, List<Sign> signs, @Nullable String denial) {}

  record Sign(String name, String words) {}

  /**
   * A file that came with a letter; {@code link} serves it as a download.
   *
   * @param event what it invites to, in lines; null where it is no calendar
   */
  record Attachment(String name, String size, String link, @Nullable String event) {
    public Attachment(String name, String size, String link) {
      this(name, size, link, null);
    }
  }

  /** An internal note, never sent. */
  record Note(Instant at, String time, String who, String text) implements Entry {}

  /**
   * One side's telling of what happened.
   *
   * @param side customer, colleague
   * @param how when and by whom it was taken down
   */
  record Told(Instant at, String time, String who, String side, String how, String text)
      implements Entry {}

  /**
   * One line: a promise made, kept, moved or broken; a call; a hand-over; the settlement; what the
   * program did by itself.
   *
   * @param sign of the sprite: system, phone, over, settled, reopen, tick, statement, mail, …
   * @param clock plenty, soon, overdue, kept, moved: then the sign is that dial; null else
   * @param lead the first words, stronger; "" for none
   * @param sub a quieter second line; null for none
   * @param denial where one says that nobody is hurt or in danger; null where nothing waits for it
   */
  record Line(
      Instant at,
      String time,
      String sign,
      Clock.@Nullable State clock,
      String lead,
      String words,
      @Nullable String sub,
      @Nullable String denial)
      implements Entry {
    public Line(
        Instant at,
        String time,
        String sign,
        Clock.@Nullable State clock,
        String lead,
        String words,
        @Nullable String sub) {
      this(at, time, sign, clock, lead, words, sub, null);
    }
  }
}
