package amends.cases;

import amends.shared.Check;
import amends.shared.Subject;
import amends.staff.Visible;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** I19: what the queue shows in its groups is what there is. */
record CountCheck(JdbcClient sql, Queue queue) implements Check {
  private static final Visible EVERYTHING = new Visible(0, true, List.of(), List.of(), List.of());

  @Override
  public String code() {
    return "I19";
  }

  @Override
  public String words() {
    return "cases.check.counts";
  }

  @Override
  public List<Finding> run() {
    long open =
        sql.sql("select count(*) from amends_case where closed_at is null")
            .query(Long.class)
            .single();
    long shown = queue.total(EVERYTHING);
    return open == shown
        ? List.of()
        : List.of(
            new Finding(
                code(),
                "the queue shows " + shown + " cases, and " + open + " are open",
                Subject.of("queue", 0)));
  }
}
