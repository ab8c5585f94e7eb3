package amends.messages;

import amends.shared.Sql;
import amends.shared.WorkRows;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what colleagues are to be told into one mail for each of them. */
@Component
final class NoticeRows {
  static final int AN_HOUR = 6;

  /** Of a team's backlog: the mail lists the first of them, and the queue shows them all. */
  static final int MOST_WAITING = 200;

  private static final String WITHIN_THE_CAP =
      """
      having (select count(*) from notice_mail m
          where m.person_id = n.person_id and m.written_at > :hour)
        < case when bool_and(n.shared and n.kind = 'warning') then 1 else :cap end\
      """;

  static final Duration KEPT = Duration.ofDays(1);
  private static final int AT_ONCE = 500;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final ObjectProvider<NoticeTruth> truths;
  private final WorkRows mails;

  NoticeRows(JdbcClient sql, InstantSource clock, ObjectProvider<NoticeTruth> truths) {
    this.sql = sql;
    this.clock = clock;
    this.truths = truths;
    this.mails = new WorkRows(sql, clock, "notice_mail");
  }

  WorkRows mails() {
    return mails;
  }

  /** Within an act: one at a time, so that no two mails tell the same or go past the cap. */
  void gather() {
    List<Long> people = peopleToTell();
    if (people.isEmpty() || !first()) {
      return;
    }
    forgetWhatIsNoLongerTrue(people);
    write(people);
  }

  private List<Long> peopleToTell() {
    Instant now = clock.instant();
    return sql.sql(
            """
            select n.person_id from notice n where n.mail_id is null and n.noted_at > :kept
            group by n.person_id {cap} order by min(n.noted_at) limit :most
            """
                .replace("{cap}", WITHIN_THE_CAP))
        .param("kept", Sql.at(now.minus(KEPT)))
        .param("hour", Sql.at(now.minus(Duration.ofHours(1))))
        .param("cap", AN_HOUR)
        .param("most", AT_ONCE)
        .query(Long.class)
        .list();
  }

  /** Whoever gathers beside us in another process is let finish; we look again soon. */
  private boolean first() {
    return sql.sql("select pg_try_advisory_xact_lock(hashtextextended('messages.notices', 0))")
        .query(Boolean.class)
        .single();
  }

  private record Waiting(long id, String kind, String sourceKind, long source) {}

  private void forgetWhatIsNoLongerTrue(List<Long> people) {
    List<Waiting> waiting =
        sql.sql(
                """
                select id, kind, source_kind, source_id from notice
                where mail_id is null and person_id = any(:people)
                """)
            .param("people", people.toArray(Long[]::new))
            .query((rs, n) ->
                new Waiting(
                    rs.getLong("id"),
                    rs.getString("kind"),
                    rs.getString("source_kind"),
                    rs.getLong("source_id")))
            .list();
    List<Long> over = new ArrayList<>();
    for (NoticeTruth truth : truths) {
      waiting.stream()
          .filter(w -> w.sourceKind().equals(truth.sourceKind()))
          .collect(Collectors.groupingBy(Waiting::kind))
          .forEach((kind, some) -> over.addAll(over(truth, kind, some)));
    }
    if (!over.isEmpty()) {
      sql.sql("delete from notice where id = any(:ids)")
          .param("ids", over.toArray(Long[]::new))
          .update();
    }
  }

  private static List<Long> over(NoticeTruth truth, String kind, List<Waiting> some) {
    Set<Long> sources = some.stream().map(Waiting::source).collect(Collectors.toSet());
    Notice.Kind asked = Notice.Kind.valueOf(kind.toUpperCase(Locale.ROOT));
    Set<Long> stand = new HashSet<>(truth.stillTrue(asked, sources));
    return some.stream().filter(w -> !stand.contains(w.source())).map(Waiting::id).toList();
  }

  private void write(List<Long> people) {
    Instant now = clock.instant();
    sql.sql(
            """
            with made as (
              insert into notice_mail (person_id, written_at, expires_at, ready_at)
              select n.person_id, :now, :expires, :now from notice n
              where n.mail_id is null and n.noted_at > :kept and n.person_id = any(:people)
              group by n.person_id {cap}
              returning id, person_id)
            update notice n set mail_id = made.id
            from made where n.person_id = made.person_id and n.mail_id is null and n.noted_at > :kept
            """
                .replace("{cap}", WITHIN_THE_CAP))
        .param("now", Sql.at(now))
        .param("expires", Sql.at(now.plus(KEPT)))
        .param("kept", Sql.at(now.minus(KEPT)))
        .param("hour", Sql.at(now.minus(Duration.ofHours(1))))
        .param("cap", AN_HOUR)
        .param("people", people.toArray(Long[]::new))
        .update();
  }

  /** Ends a mail, whatever came of it. */
  void finish(WorkRows.Lease lease, String outcome) {
    mails.finish(lease, Map.of("outcome", outcome));
  }

  boolean expired(WorkRows.Lease lease) {
    return sql.sql("select expires_at <= :now from notice_mail where id = :id")
        .param("now", Sql.at(clock.instant()))
        .param("id", lease.id())
        .query(Boolean.class)
        .single();
  }

  long personOf(long mailId) {
    return sql.sql("select person_id from notice_mail where id = :id")
        .param("id", mailId)
        .query(Long.class)
        .single();
  }
}
