package amends.shared.api;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Replies that are kept so that a request may come twice. */
@Component
public final class StoredReplies {
  private final JdbcClient sql;

  StoredReplies(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * Empties replies. Their keys stay, so that a request which comes again still changes nothing.
   *
   * @param places of what was made, such as {@code /api/v1/customers/17}, and all below them
   * @param words in lower case; a reply that holds one of them is emptied
   * @return how many were emptied
   */
  public int forget(List<String> places, List<String> words) {
    return sql.sql(
            """
            update idempotency i set reply = cast('{}' as bytea)
            where exists (select from unnest(cast(:places as text[])) as p(place)
                where i.location = p.place or starts_with(i.location, p.place || '/'))
              or exists (select from unnest(cast(:words as text[])) as w(word)
                where position(w.word in lower(convert_from(i.reply, 'UTF8'))) > 0)
            """)
        .param("places", places.toArray(String[]::new))
        .param("words", words.toArray(String[]::new))
        .update();
  }
}
