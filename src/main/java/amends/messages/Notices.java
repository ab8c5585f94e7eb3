package amends.messages;

import amends.shared.Sql;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Short mails to colleagues. What is told here waits in rows of its own; a colleague gets what has
 * come together in one mail, at most {@value NoticeRows#AN_HOUR} an hour; warnings of what a team
 * owns come in one an hour, and no more of them are noted while {@value NoticeRows#MOST_WAITING}
 * wait. What has not gone out after a day is not sent any more.
 */
@Component
public final class Notices {
  private final JdbcClient sql;
  private final InstantSource clock;

  Notices(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * Notes whom to tell, in one statement and in the caller's act. Who has been told already, has
   * left, or does not want warnings, is passed over; where that is everybody nothing is written.
   */
  public void tell(List<Notice> notices) {
    if (notices.isEmpty()) {
      return;
    }
    sql.sql(
            """
            insert into notice (person_id, kind, source_kind, source_id, about_kind, about_id, words,
              due_at, noted_at, shared)
            select p.id, n.kind, n.source_kind, n.source_id, n.about_kind, n.about_id, n.words,
              n.due_at, :now, n.person is null
            from unnest(cast(:kinds as text[]), cast(:sourceKinds as text[]), cast(:sources as bigint[]),
                cast(:aboutKinds as text[]), cast(:abouts as bigint[]), cast(:words as text[]),
                cast(:dues as timestamptz[]), cast(:people as bigint[]), cast(:teams as bigint[]))
              as n(kind, source_kind, source_id, about_kind, about_id, words, due_at, person, team)
            cross join lateral (
              select n.person as id where n.person is not null
              union all
              select m.person_id from staff_v_member m where n.person is null and m.team_id = n.team
                and (n.kind <> 'warning' or (select count(*) from notice w
                  where w.person_id = m.person_id and w.mail_id is null) < :most)
            ) as t
            join staff_v_person p on p.id = t.id and p.active
              and (n.kind <> 'warning' or p.warned_by_mail)
            on conflict do nothing
            """)
        .param("now", Sql.at(clock.instant()))
        .param("most", NoticeRows.MOST_WAITING)
        .param("kinds", words(notices, n -> n.kind().name().toLowerCase(Locale.ROOT)))
        .param("sourceKinds", words(notices, n -> n.source().kind()))
        .param("sources", ids(notices, n -> n.source().id()))
        .param("aboutKinds", words(notices, n -> n.about().kind()))
        .param("abouts", ids(notices, n -> n.about().id()))
        .param("words", words(notices, Notice::words))
        .param("dues", words(notices, n -> n.dueAt().toString()))
        .param("people", ids(notices, Notice::person))
        .param("teams", ids(notices, Notice::team))
        .update();
  }

  private static String[] words(List<Notice> notices, Function<Notice, String> of) {
    return notices.stream().map(of).toArray(String[]::new);
  }

  private static @Nullable Long[] ids(List<Notice> notices, Function<Notice, @Nullable Long> of) {
    return notices.stream().map(of).toArray(Long[]::new);
  }
}
