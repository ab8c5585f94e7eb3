package amends.cases;

import amends.promises.Promise;
import amends.promises.Promises;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * What stands in the place of the usual contact. Beginning, looking again and ending are acts; each
 * rule promises a look of our own, so that none is forgotten.
 */
@Component
public final class ContactRules {
  private final Access access;
  private final RuleRows rows;
  private final NextMoment nextMoment;
  private final Promises promises;
  private final MailCases mailCases;

  ContactRules(
      Access access, RuleRows rows, NextMoment nextMoment, Promises promises, MailCases mailCases) {
    this.access = access;
    this.rows = rows;
    this.nextMoment = nextMoment;
    this.promises = promises;
    this.mailCases = mailCases;
  }

  /** What stands for a case now, the oldest first. */
  public List<ContactRule> standing(long id, Viewer viewer) {
    access.see(id, viewer);
    return rows.standing(id);
  }

  /**
   * Begins a rule for a case, or for all cases of its customer. A second contact agreement or
   * restriction is refused while one stands.
   *
   * @param look what the look of our own is about, for colleagues
   * @return its number
   * @throws Refusal when it has no reason, or the look does not lie ahead
   */
  public long begin(long id, NewRule rule, String look, Viewer by) {
    refuseRestriction(rule.kind());
    return access
        .acts()
        .call(() -> {
          Case matter = access.rows().lock(id);
          access.permits().require(by, permission(rule.kind()), matter.scope(), matter.asSubject());
          return begin(matter, rule, look, by);
        });
  }

  private static Permission permission(ContactRule.Kind kind) {
    return switch (kind) {
      case AGREEMENT, RESTRICTED -> Permission.SETTLE;
      case QUIET, REPRESENTATIVE, UNREACHABLE -> Permission.WORK_CASE;
    };
  }

  /** Within the act of the caller, who has the case in hand. */
  long begin(Case matter, NewRule rule, String look, Viewer by) {
    if (matter.closed()) {
      throw new Refusal("", "cases.refusal.closed");
    }
    boolean single = rule.kind() != ContactRule.Kind.REPRESENTATIVE;
    if (single && rows.standing(matter.id(), rule.kind()).isPresent()) {
      throw new Refusal("", "cases.people.refusal.stands");
    }
    String reason = rule.reason();
    if (rule.kind() != ContactRule.Kind.RESTRICTED && (reason == null || reason.isBlank())) {
      throw new Refusal("reason", "cases.people.refusal.reason");
    }
    if (!rule.reviewAt().isAfter(access.now())) {
      throw new Refusal("by", "cases.people.refusal.review");
    }
    Promise promise =
        nextMoment.promise(matter, Promise.Kind.LOOK, look, rule.reviewAt(), by.actor());
    long id = rows.begin(matter, rule, promise.id(), by);
    nextMoment.point(matter.id());
    access.tell(
        "case.rule_begun", matter, by.actor(), Map.of("rule", id, "kind", rule.kind().code()));
    return id;
  }

  /** Somebody has looked: it still holds, and is looked at again then. */
  public void review(long id, long rule, Instant again, String look, Viewer by) {
    access.work(
        id,
        Permission.WORK_CASE,
        by,
        matter -> {
          ContactRule stands = own(id, rule);
          if (!again.isAfter(access.now())) {
            throw new Refusal("by", "cases.people.refusal.review");
          }
          kept(stands, by);
          Promise next = nextMoment.promise(matter, Promise.Kind.LOOK, look, again, by.actor());
          rows.reviewed(rule, again, next.id());
          nextMoment.point(id);
          access.tell("case.rule_reviewed", matter, by.actor(), Map.of("rule", rule));
        });
  }

  /** Ends it by word. When nothing else is owed, we look again within the time for an answer. */
  public void end(long id, long rule, Viewer by) {
    access.touch(
        id,
        Permission.WORK_CASE,
        by,
        matter -> {
          ContactRule stands = own(id, rule);
          access
              .permits()
              .require(by, permission(stands.kind()), matter.scope(), matter.asSubject());
          refuseRestriction(stands.kind());
          end(matter, stands, by);
        });
  }

  /** Its rule begins and ends with it: alone it would leave a case that nobody can open again. */
  private static void refuseRestriction(ContactRule.Kind kind) {
    if (kind == ContactRule.Kind.RESTRICTED) {
      throw new Refusal("", "cases.people.refusal.restriction");
    }
  }

  void end(Case matter, ContactRule rule, Viewer by) {
    rows.end(rule.id(), by);
    kept(rule, by);
    access.tell(
        "case.rule_ended",
        matter,
        by.actor(),
        Map.of("rule", rule.id(), "kind", rule.kind().code()));
    if (!matter.closed()) {
      mailCases.lookSoon(matter);
      nextMoment.point(matter.id());
    }
  }

  private void kept(ContactRule rule, Viewer by) {
    Promise look = promises.promise(rule.promiseId());
    if (look.owed() || look.broken() && look.moments().madeGoodAt() == null) {
      promises.keep(look.id(), Subject.of("rule", rule.id()), by.actor());
    }
  }

  /** The rule, where it was decided: that case bears its look. */
  private ContactRule own(long caseId, long rule) {
    ContactRule found =
        rows.standing(caseId).stream()
            .filter(r -> r.id() == rule)
            .findFirst()
            .orElseThrow(() -> new Refusal("", "cases.people.refusal.ended"));
    if (found.caseId() != caseId) {
      throw new Refusal("", "cases.people.refusal.elsewhere", String.valueOf(found.caseId()));
    }
    return found;
  }
}
