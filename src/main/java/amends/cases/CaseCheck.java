package amends.cases;

import amends.shared.Check;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A check whose query names the cases that break it, with the words that say how. */
record CaseCheck(JdbcClient sql, String code, String words, String query) implements Check {
  @Override
  public List<Finding> run() {
    return sql.sql(query).param("most", MOST).query(this::finding).list();
  }

  Finding finding(ResultSet rs, int n) throws SQLException {
    return new Finding(code, rs.getString("words"), Case.subject(rs.getLong("id")));
  }
}
