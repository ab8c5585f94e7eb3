package amends.messages;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Plain;
import amends.shared.Refusal;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What the house says by itself below what somebody says to it in public: one fixed sentence for a
 * connection, or nothing.
 */
@Component
public final class PublicSentences {
  private static final int LONGEST = 200;

  private final JdbcClient sql;
  private final Acts acts;
  private final Journal journal;

  PublicSentences(JdbcClient sql, Acts acts, Journal journal) {
    this.sql = sql;
    this.acts = acts;
    this.journal = journal;
  }

  public Optional<String> of(long connection) {
    return sql.sql(
            "select public_words from connection where id = :id and public_words is not null")
        .param("id", connection)
        .query(String.class)
        .optional();
  }

  /**
   * @param words blank for nothing
   * @throws Refusal of the field {@code words}
   */
  public void choose(long connection, String words, Actor by) {
    if (words.strip().length() > LONGEST) {
      throw new Refusal("words", "messages.public.sentence", LONGEST);
    }
    String line = Plain.line(words, LONGEST);
    acts.run(() -> {
      sql.sql("update connection set public_words = :words where id = :id")
          .param("words", line.isEmpty() ? null : line, java.sql.Types.VARCHAR)
          .param("id", connection)
          .update();
      journal.record("connection.sentence_chosen", Connections.subject(connection), by);
    });
  }
}
