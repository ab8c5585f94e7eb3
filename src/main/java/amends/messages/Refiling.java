package amends.messages;

import amends.journal.Entry;
import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What was said about one matter and belongs to another, in or out. Letters that went out keep
 * their identifiers; an answer to one of them is routed by where it stands now. What becomes of a
 * delivery is told where its message stands then.
 */
@Component
public final class Refiling {
  private final JdbcClient sql;
  private final Journal journal;

  Refiling(JdbcClient sql, Journal journal) {
    this.sql = sql;
    this.journal = journal;
  }

  /**
   * In the caller's act.
   *
   * @throws Refusal when one of them is not there any more
   */
  public void move(List<Long> messages, Subject from, Subject to, Actor by) {
    int moved =
        sql.sql(
                """
                update message set about_kind = :toKind, about_id = :toId
                where id = any(:ids) and about_kind = :kind and about_id = :id
                """)
            .param("ids", messages.toArray(Long[]::new))
            .param("kind", from.kind())
            .param("id", from.id())
            .param("toKind", to.kind())
            .param("toId", to.id())
            .update();
    if (moved != messages.size()) {
      throw new Refusal("pieces", "messages.refusal.moved-on");
    }
    journal.recordAll(messages.stream().map(id -> entry(id, from, to, by)).toList());
  }

  private static Entry entry(long id, Subject from, Subject to, Actor by) {
    return new Entry(
        "message.moved",
        Subject.of("message", id),
        by,
        Map.of("from", from.id(), "to_kind", to.kind(), "to", to.id()));
  }
}
