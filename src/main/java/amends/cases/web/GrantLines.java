package amends.cases.web;

import amends.remedies.Backing;
import amends.remedies.Backings;
import amends.remedies.Catalogue;
import amends.remedies.Interims;
import amends.remedies.Loans;
import amends.remedies.RemedyGrant;
import amends.shared.Money;
import amends.shared.Texts.Voice;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Says what a grant is and how it stands. */
@Component
final class GrantLines {
  private final Catalogue catalogue;
  private final Backings backings;
  private final RemedyWords words;
  private final RemedyLook look;
  private final Interims interims;

  GrantLines(
      Catalogue catalogue,
      Backings backings,
      RemedyWords words,
      RemedyLook look,
      Interims interims) {
    this.catalogue = catalogue;
    this.backings = backings;
    this.words = words;
    this.look = look;
    this.interims = interims;
  }

  RemedyLook look() {
    return look;
  }

  RemedyWords words() {
    return words;
  }

  /** Whether it bridges, and still does. */
  boolean bridges(RemedyGrant grant) {
    return grant.interim()
        && interims.of(grant.id()).filter(interim -> interim.endedAt() == null).isPresent();
  }

  /** Whether it bridges, or somebody still has what was lent. */
  boolean goesOn(RemedyGrant grant) {
    return bridges(grant) || Loans.isOut(grant);
  }

  /** The key of what can be written down of it. */
  String bridging(RemedyGrant grant) {
    boolean out = Loans.isOut(grant);
    return bridges(grant)
        ? out ? "cases.interim.link.lent" : "cases.interim.link"
        : "cases.interim.link.back";
  }

  /** "Refund, £44.50". */
  String what(Voice t, long remedyId, Money amount) {
    String name =
        catalogue
            .find(remedyId)
            .map(remedy -> remedy.in(t.locale()).name())
            .orElse(t.say("cases.remedy.something"));
    return amount.minor() == 0
        ? name
        : t.say("cases.remedy.what", name, RemedyWords.money(t, amount));
  }

  String state(Voice t, RemedyGrant grant) {
    if (grant.fate().unsafeAt() != null) {
      return t.say("cases.remedy.state.unsafe");
    }
    return grant.state() == RemedyGrant.State.DONE
        ? t.say("cases.remedy.ended." + grant.kind().end())
        : t.say("cases.remedy.state." + grant.state().name().toLowerCase(Locale.ROOT));
  }

  /** By whom and when, how it stands, and what somebody would do next time. */
  String brief(Voice t, Instant now, Viewer viewer, RemedyGrant grant) {
    return stands(t, now, viewer, grant) + backed(t, grant);
  }

  /** By whom and when, and how it stands. */
  String stands(Voice t, Instant now, Viewer viewer, RemedyGrant grant) {
    String who =
        grant.grantedBy().isPerson() && grant.grantedBy().id() == viewer.id()
            ? t.say("cases.remedy.given.you", t.at(grant.grantedAt(), now))
            : grant.grantedBy().isPerson()
                ? t.say(
                    "cases.remedy.given.by",
                    words.person(t, grant.grantedBy().id()),
                    t.at(grant.grantedAt(), now))
                : t.at(grant.grantedAt(), now);
    return t.say("cases.remedy.given.state", who, state(t, grant));
  }

  /** With a blank before it; "" while nobody has looked at it. */
  String backed(Voice t, RemedyGrant grant) {
    return backings.of(grant.id()).map(backing -> " " + backed(t, backing)).orElse("");
  }

  /** What a colleague reads: that it stands, and what somebody would do next time. */
  String backed(Voice t, Backing backing) {
    String by = words.person(t, backing.by());
    String lesson = backing.lesson();
    return lesson == null
        ? t.say("cases.backing.yours.plain", by)
        : t.say("cases.backing.yours", by, lesson);
  }
}
