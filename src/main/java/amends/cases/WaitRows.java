package amends.cases;

import amends.promises.Promise;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Staff;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** For whom a case waits: the reason, and the look of our own that goes with it. */
@Component
final class WaitRows {
  static final String CUSTOMER = "customer";
  private static final Set<String> WHOM =
      Set.of(CUSTOMER, "carrier", "insurer", "supplier", "court", "colleague");

  private final JdbcClient sql;
  private final InstantSource clock;
  private final NextMoment nextMoment;
  private final Letters letters;
  private final Staff staff;

  WaitRows(
      JdbcClient sql, InstantSource clock, NextMoment nextMoment, Letters letters, Staff staff) {
    this.sql = sql;
    this.clock = clock;
    this.nextMoment = nextMoment;
    this.letters = letters;
    this.staff = staff;
  }

  /** It is the customer's turn: nothing more comes from us unless they write. */
  Waiting forCustomer(Instant lookAt) {
    return new Waiting(CUSTOMER, "", lookAt);
  }

  /** Promises the look and notes the reason. The case is pointed afterwards. */
  long begin(Case matter, Waiting waiting, Actor by) {
    if (!WHOM.contains(waiting.whom())) {
      throw new Refusal("whom", "cases.refusal.whom");
    }
    Promise look =
        nextMoment.promise(
            matter,
            Promise.Kind.LOOK,
            letters.lookWords(staff.brand(matter.brandId()), waiting),
            waiting.lookAt(),
            by);
    return sql.sql(
            """
            insert into waiting (case_id, whom, words, promise_id, set_by_kind, set_by_id, set_at)
            values (:case, :whom, :words, :promise, :byKind, :byId, :now) returning id
            """)
        .param("case", matter.id())
        .param("whom", waiting.whom())
        .param("words", waiting.words().strip())
        .param("promise", look.id())
        .param("byKind", by.kind())
        .param("byId", by.id())
        .param("now", Sql.at(clock.instant()))
        .query(Long.class)
        .single();
  }

  /** Every wait that a case has had, the oldest first. */
  List<CaseFile.Wait> of(long caseId) {
    return sql.sql(
            """
            select w.*, p.due_at, p.owed or (p.broken_at is not null and p.made_good_at is null)
              as stands
            from waiting w join promises_v_promise p on p.id = w.promise_id
            where w.case_id = :case order by w.set_at, w.id
            """)
        .param("case", caseId)
        .query((rs, n) ->
            new CaseFile.Wait(
                rs.getLong("id"),
                rs.getString("whom"),
                rs.getString("words"),
                rs.getLong("promise_id"),
                Sql.instant(rs, "due_at"),
                new Actor(rs.getString("set_by_kind"), rs.getLong("set_by_id")),
                Sql.instant(rs, "set_at"),
                rs.getBoolean("stands")))
        .list();
  }

  /** The wait that stands, the latest of them. */
  Optional<CaseFile.Wait> standing(long caseId) {
    return of(caseId).stream().filter(CaseFile.Wait::stands).reduce((a, b) -> b);
  }

  /** The looks at what somebody else owes us. */
  Set<Long> looksForOthers(long caseId) {
    Set<Long> looks = new HashSet<>();
    of(caseId).stream()
        .filter(w -> !w.whom().equals(CUSTOMER))
        .forEach(w -> looks.add(w.promiseId()));
    return looks;
  }
}
