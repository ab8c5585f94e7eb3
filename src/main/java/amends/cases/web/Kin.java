package amends.cases.web;

import amends.cases.Links;
import amends.cases.Links.Relative;
import amends.shared.Texts.Voice;
import amends.shared.page.Page;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another case that belongs to this one.
 *
 * @param role code: survivor, duplicate, parent, child, related
 * @param state where it stands: "next Tuesday 14:00", "broken", "closed"
 * @param broken a promise in it is broken
 * @param ends where the link can be ended; null for a merge
 */
public record Kin(
    String role,
    long id,
    String link,
    String subject,
    String customer,
    String state,
    boolean broken,
    @Nullable String ends) {

  static List<Kin> of(List<Relative> relatives, long caseId, Page page) {
    return relatives.stream().map(r -> one(r, caseId, page)).toList();
  }

  private static Kin one(Relative relative, long caseId, Page page) {
    Long link = relative.link();
    return new Kin(
        relative.role().code(),
        relative.id(),
        "/cases/" + relative.id(),
        relative.subject(),
        relative.customer(),
        state(relative, page),
        relative.brokenAt() != null,
        link == null ? null : "/cases/" + caseId + "/links/" + link + "/end");
  }

  private static String state(Relative relative, Page page) {
    Voice t = page.t();
    Instant dueAt = relative.dueAt();
    if (relative.closed()) {
      boolean part = relative.role() == Links.Role.DUPLICATE;
      return t.say(part ? "cases.kin.merged" : "cases.kin.closed");
    }
    if (relative.brokenAt() != null) {
      return t.say("cases.kin.broken", t.at(relative.brokenAt(), page.now()));
    }
    String at = dueAt == null ? "" : t.at(dueAt, page.now());
    return t.say(relative.settled() ? "cases.kin.settled" : "cases.kin.open", at);
  }
}
