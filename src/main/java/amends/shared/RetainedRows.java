package amends.shared;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A kind of data whose old rows one query finds and one statement forgets. */
public abstract class RetainedRows implements Retained {
  private final JdbcClient sql;
  private final String kind;
  private final int days;
  private final String older;
  private final String forgetting;

  /**
   * @param older a query for the keys of what is older than {@code :than}, the oldest first; it
   *     leaves out what a legal hold holds
   * @param forgetting a statement with {@code %s} where those keys stand
   */
  protected RetainedRows(JdbcClient sql, String kind, int days, String older, String forgetting) {
    this.sql = sql;
    this.kind = kind;
    this.days = days;
    this.older = older;
    this.forgetting = forgetting;
  }

  @Override
  public final String kind() {
    return kind;
  }

  @Override
  public final int days() {
    return days;
  }

  @Override
  public final long older(Instant than) {
    return sql.sql("select count(*) from (%s) as old".formatted(older))
        .param("than", Sql.at(than))
        .query(Long.class)
        .single();
  }

  @Override
  public final int forget(Instant than, int most) {
    return sql.sql(forgetting.formatted(older + " limit :most"))
        .param("than", Sql.at(than))
        .param("most", most)
        .update();
  }
}
