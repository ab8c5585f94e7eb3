package amends.cases;

import amends.shared.Acts;
import amends.shared.Sql;
import amends.shared.Tokens;
import amends.staff.Viewer;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A form acts once, however often it is sent: its token is used up in the same act. A refused act
 * leaves the token unused, so that the mended form can be sent.
 */
@Component
public final class Once {
  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Tokens tokens;

  Once(JdbcClient sql, InstantSource clock, Acts acts, Tokens tokens) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.tokens = tokens;
  }

  /** For the hidden field of a form about to be shown. */
  public String token() {
    return tokens.next();
  }

  /**
   * @param token of the form; an empty one stands for no form
   * @return false when the form was sent before: then nothing was done
   */
  public boolean run(String token, Viewer by, Runnable act) {
    return acts.call(() -> {
      boolean first = token.isBlank() || use(token, by);
      if (first) {
        act.run();
      }
      return first;
    });
  }

  /** Whether the form with this token has acted already. */
  boolean used(String token, Viewer by) {
    return !token.isBlank()
        && sql.sql("select exists (select from once where token_hash = :hash)")
            .param("hash", Tokens.hash(by.id() + " " + token))
            .query(Boolean.class)
            .single();
  }

  private boolean use(String token, Viewer by) {
    return sql.sql(
                """
                insert into once (token_hash, viewer, at) values (:hash, :viewer, :now)
                on conflict do nothing
                """)
            .param("hash", Tokens.hash(by.id() + " " + token))
            .param("viewer", by.id())
            .param("now", Sql.at(clock.instant()))
            .update()
        == 1;
  }
}
