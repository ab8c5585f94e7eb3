package amends.cases;

import amends.messages.Direction;
import amends.messages.Messages;
import amends.promises.Promise;
import amends.shared.Plain;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What customers have said in a case, as evidence for what they agreed to. */
@Component
final class Words {
  private static final int SNIPPET = 80;

  private final JdbcClient sql;
  private final Messages messages;

  Words(JdbcClient sql, Messages messages) {
    this.sql = sql;
    this.messages = messages;
  }

  /** Their messages and statements, and calls with them, since the promise was made. */
  List<Word> since(Case matter, Promise promise) {
    Stream<Word> written =
        messages.about(matter.asSubject()).stream()
            .filter(m -> m.direction() == Direction.IN)
            .map(m -> word("message", m.id(), m.at(), m.text()));
    return Stream.concat(written, told(matter.id()).stream())
        .filter(w -> w.at().isAfter(promise.madeAt()))
        .sorted(
            Comparator.comparing(Word::at)
                .reversed()
                .thenComparing(w -> w.what().kind() + w.what().id()))
        .toList();
  }

  private List<Word> told(long caseId) {
    return sql.sql(
            """
            select 'call' as kind, id, made_at as at, words from call where case_id = :case
            union all
            select 'statement', id, taken_at, words from statement
            where case_id = :case and side = 'customer' and message_id is null
            """)
        .param("case", caseId)
        .query((rs, n) ->
            word(
                rs.getString("kind"),
                rs.getLong("id"),
                Sql.instant(rs, "at"),
                rs.getString("words")))
        .list();
  }

  private static Word word(String kind, long id, Instant at, String said) {
    return new Word(Subject.of(kind, id), at, Plain.line(said, SNIPPET));
  }
}
