package amends.shared.page;

import amends.shared.Texts.Voice;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the frame around every page needs; made once for each request.
 *
 * @param t the viewer's language and zone
 * @param now the moment at which the page was made; every clock on it starts from here
 * @param viewer who is signed in; null on the sign-in page and on errors before it
 * @param counts what the navigation shows beside its views
 * @param csrf the value of the hidden field {@code _csrf} of every form that posts
 * @param theme {@code system}, {@code light} or {@code dark}; from the cookie {@code theme}
 * @param house what is the same for everybody
 * @param flash one sentence about what was just done; null when nothing was
 */
public record Page(
    Voice t,
    Instant now,
    @Nullable Viewer viewer,
    Counts counts,
    String csrf,
    String theme,
    House house,
    @Nullable Flash flash) {

  /** The same page with this sentence on it. */
  public Page with(Flash other) {
    return new Page(t, now, viewer, counts, csrf, theme, house, other);
  }

  /**
   * The signed-in person.
   *
   * @param leads sees the page People
   * @param many writes to many at once
   */
  public record Viewer(long id, String name, boolean leads, boolean many) {
    public String initials() {
      return Face.initials(name);
    }
  }

  /**
   * How many wait in each view.
   *
   * @param heldLate something in quarantine or tray has waited longer than it may
   * @param waiting cases that wait for somebody, with a reason
   * @param saved views that were saved by name
   * @param seal the last seal number before anything on the page was read; the stream of what
   *     happens goes on from here, so that nothing falls between the two
   * @param mentions notes that name the viewer and are not done
   */
  public record Counts(
      int mine,
      int team,
      int unowned,
      int soon,
      int broken,
      int quarantine,
      int tray,
      boolean heldLate,
      int waiting,
      List<Saved> saved,
      long seal,
      int mentions) {
    public static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, false);

    /** Nothing waits anywhere: in all likelihood the house has only just been opened. */
    public boolean quiet() {
      return mine + team + unowned + soon + broken + waiting + quarantine + tray == 0;
    }

    public Counts {
      saved = List.copyOf(saved);
    }

    public Counts(
        int mine,
        int team,
        int unowned,
        int soon,
        int broken,
        int quarantine,
        int tray,
        boolean heldLate) {
      this(mine, team, unowned, soon, broken, quarantine, tray, heldLate, 0, List.of(), 0, 0);
    }

    /** The same, with what is held. */
    public Counts withHeld(int inQuarantine, int inTray, boolean late) {
      return new Counts(
          mine,
          team,
          unowned,
          soon,
          broken,
          inQuarantine,
          inTray,
          late,
          waiting,
          saved,
          seal,
          mentions);
    }

    /** The same, with notes that name the viewer. */
    public Counts withMentions(int open) {
      return new Counts(
          mine,
          team,
          unowned,
          soon,
          broken,
          quarantine,
          tray,
          heldLate,
          waiting,
          saved,
          seal,
          open);
    }
  }

  /** A view of the queue that was saved by name. */
  public record Saved(long id, String name, int count) {}

  /**
   * The installation.
   *
   * @param organisation its name, beside ours
   * @param demo the demo world: the mail catcher is shown
   * @param restored restored from a backup and not released: nothing is sent
   * @param guarded every check is clean and every alarm in time
   */
  public record House(String organisation, boolean demo, boolean restored, boolean guarded) {}

  /**
   * One sentence about what was just done.
   *
   * @param words the sentence
   * @param trouble true when it did not work; it is then read out at once
   */
  public record Flash(String words, boolean trouble) {}
}
