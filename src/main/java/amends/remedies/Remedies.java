package amends.remedies;

import amends.remedies.Giving.Once;
import amends.remedies.Giving.Way;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.shared.Tokens;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is given to make it right. Each method is one act: permitted, whole, and in the journal. */
@Component
public final class Remedies {
  private final Acts acts;
  private final Matters matters;
  private final Deciding deciding;
  private final Giving giving;
  private final Asking asking;

  Remedies(Acts acts, Matters matters, Deciding deciding, Giving giving, Asking asking) {
    this.acts = acts;
    this.matters = matters;
    this.deciding = deciding;
    this.giving = giving;
    this.asking = asking;
  }

  /**
   * What stands before a promise: the ruling, and what is known of the thing that would be sent.
   */
  public record Outlook(Ruling ruling, Safe safe) {}

  /**
   * Shows what would be decided, before anything is promised; nothing moves.
   *
   * @throws Refusal when something is missing or too long, a bridge, a unit or a cause does not
   *     fit, or a program would bridge by itself
   */
  public Outlook look(Subject about, Wanted wanted, Viewer by) {
    Length.check(wanted);
    return acts.read(() -> {
      Matter matter = matters.permitted(about, Permission.GRANT_REMEDY, by);
      Deciding.Considered decided = deciding.look(matter, wanted, by);
      if (decided.ruling() instanceof Ruling.Within) {
        Deciding.refuseProgram(decided.what().remedy(), by);
      }
      return new Outlook(decided.ruling(), decided.safe());
    });
  }

  /**
   * Gives it at once.
   *
   * @param once of the form or the request; the same once again gives nothing more and answers the
   *     same; empty for none
   * @throws Refusal when it is not within authority, not safe, or the same {@code once} came with
   *     something else
   */
  public RemedyGrant grant(Subject about, Wanted wanted, String once, Viewer by) {
    Length.check(wanted);
    return acts.call(() -> {
      Once key = once(once, about, wanted, by);
      RemedyGrant before = key == null ? null : giving.before(key);
      if (before != null) {
        return before;
      }
      Matter matter = matters.permittedAndHeld(about, Permission.GRANT_REMEDY, by);
      return deciding.give(matter, wanted, by, by.actor(), new Way(null, null, key));
    });
  }

  /**
   * Puts it before the one approver, and promises the customer to tell by when.
   *
   * @throws Refusal when it needs nobody, or nobody may
   */
  public Request ask(Subject about, Wanted wanted, String once, Viewer by) {
    Length.check(wanted);
    return acts.call(() -> {
      Matter matter = matters.permittedAndHeld(about, Permission.GRANT_REMEDY, by);
      return asking.ask(matter, wanted, once, by);
    });
  }

  private static @Nullable Once once(String once, Subject about, Wanted wanted, Viewer by) {
    if (once.isBlank()) {
      return null;
    }
    String what = about + " " + wanted;
    return new Once(
        HexFormat.of().formatHex(Tokens.hash("grant " + by.id() + " " + once)),
        Tokens.sha256(what.getBytes(StandardCharsets.UTF_8)));
  }

  /** Whoever calls has asked whether its matter may be seen. */
  public Optional<RemedyGrant> find(long id) {
    return giving.rows().find(id);
  }

  /**
   * What was given in a matter, the oldest first; whoever calls has asked whether it may be seen.
   */
  public List<RemedyGrant> of(Subject about) {
    return giving.rows().of(about);
  }

  /**
   * @throws NotFound when there is none, or the viewer may not know of its matter
   */
  public RemedyGrant get(long id, Viewer viewer) {
    RemedyGrant grant =
        giving.rows().find(id).orElseThrow(() -> new NotFound(Subject.of("remedy_grant", id)));
    matters.permitted(grant.about(), Permission.SEE_CASE, viewer);
    return grant;
  }
}
