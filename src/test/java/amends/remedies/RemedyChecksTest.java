package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.BoundedCheck;
import amends.shared.Check;
import amends.shared.Check.Finding;
import amends.shared.Subject;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** I6 to I8 find what somebody changed behind the program's back, at once and each minute. */
class RemedyChecksTest extends Righting {
  private List<String> found(String code) {
    return checks.stream()
        .filter(c -> c.code().equals(code) && c.words().startsWith("remedies.check"))
        .flatMap(c -> c.run().stream())
        .map(Finding::words)
        .toList();
  }

  private List<String> since(String code) {
    return checks.stream()
        .filter(c -> c.code().equals(code) && c instanceof BoundedCheck)
        .filter(c -> c.words().startsWith("remedies.check"))
        .flatMap(c -> ((BoundedCheck) c).runSince(0).stream())
        .map(Finding::words)
        .toList();
  }

  private void change(String statement, long id) {
    sql.sql(statement).param("id", id).update();
  }

  /** Breaks it, looks, and mends it. */
  private void breaks(String code, String words, String broken, String mended, long id) {
    change(broken, id);
    assertThat(found(code)).as(broken).anyMatch(w -> w.contains(words));
    assertThat(since(code)).as(broken).anyMatch(w -> w.contains(words));
    change(mended, id);
    assertThat(found(code)).as(mended).isEmpty();
  }

  @Test
  void i6FindsWhatWasGivenTwiceOrForMore() {
    Request request = remedies.ask(matter(), pounds(30_000), "", priya);
    RemedyGrant grant = requests.approve(request.id(), "", hanna);
    breaks(
        "I6",
        "worth more than was approved",
        "update remedy_grant set amount_minor = 30001 where id = :id",
        "update remedy_grant set amount_minor = 30000 where id = :id",
        grant.id());
    RemedyGrant other = give(matter(), 100);
    breaks(
        "I6",
        "is a second grant of one request",
        "update remedy_grant set request_id = " + request.id() + " where id = :id",
        "update remedy_grant set request_id = null where id = :id",
        other.id());
    done(other);
    breaks(
        "I6",
        "was done, and is told to have failed",
        "update remedy_grant set failed_at = done_at, failed_reason = 'x' where id = :id",
        "update remedy_grant set failed_at = null, failed_reason = null where id = :id",
        other.id());
  }

  @Test
  void i7FindsWhatNobodyMayGive() {
    RemedyGrant grant = give(matter(), 15_000);
    breaks(
        "I7",
        "more than the limit for one grant",
        "update remedy_grant set amount_minor = 15001 where id = :id",
        "update remedy_grant set amount_minor = 15000 where id = :id",
        grant.id());
    breaks(
        "I7",
        "limit for one matter",
        "update remedy_grant set matter_minor = 20001 where id = :id",
        "update remedy_grant set matter_minor = 15000 where id = :id",
        grant.id());
    breaks(
        "I7",
        "limit that was not in force",
        "update remedy_grant set ruled_at = '2020-01-01T00:00:00Z' where id = :id",
        "update remedy_grant set ruled_at = granted_at where id = :id",
        grant.id());
    breaks(
        "I7",
        "not the sum of its grants",
        "update authority_use set used_minor = 14999 where scope = 'matter' and key_id = (select subject_id from remedy_grant where id = :id)",
        "update authority_use set used_minor = 15000 where scope = 'matter' and key_id = (select subject_id from remedy_grant where id = :id)",
        grant.id());
    Request request = remedies.ask(matter(), pounds(30_000), "", priya);
    RemedyGrant approved = requests.approve(request.id(), "", hanna);
    breaks(
        "I7",
        "approved by whoever asked",
        "update remedy_grant set ruled_by = " + priya.id() + " where id = :id",
        "update remedy_grant set ruled_by = " + hanna.id() + " where id = :id",
        approved.id());
  }

  @Test
  void i8FindsWhatLeftWhileItWasStopped() {
    Subject about = matter();
    RemedyGrant grant = remedies.grant(about, newJug("J-101"), "", priya);
    clock.pass(Duration.ofMinutes(5));
    long mark = stop("L2", null).id();
    clock.pass(Duration.ofMinutes(5));
    done(grant);
    assertThat(found("I8")).containsExactly("left while it was stopped");
    assertThat(since("I8")).containsExactly("left while it was stopped");
    breaks(
        "I8",
        "was promised while it was stopped",
        "update stop_mark set set_at = '2026-01-02T00:00:00Z' where id = " + mark + " and :id > 0",
        "update stop_mark set lifted_at = set_at, lifted_by_kind = 'system', lifted_by_id = 0, lifted_words = 'x' where id = "
            + mark
            + " and :id > 0",
        grant.id());
  }

  @Test
  void aMinutesLookFindsNothingWhereAllIsWell() {
    give(matter(), 100);
    for (Check check : checks) {
      if (check instanceof GrantCheck bounded) {
        assertThat(bounded.runSince(bounded.head())).isEmpty();
      }
    }
  }
}
