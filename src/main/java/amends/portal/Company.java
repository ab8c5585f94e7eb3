package amends.portal;

import amends.shared.Sql;
import java.time.InstantSource;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which colleagues have a customer's case open just now. */
@Component
public final class Company {
  private final JdbcClient sql;
  private final InstantSource clock;

  Company(JdbcClient sql, InstantSource clock) {
    this.sql = sql;
    this.clock = clock;
  }

  /**
   * @param writing somebody of them is writing
   */
  public record Present(List<String> names, boolean writing) {
    public Present {
      names = List.copyOf(names);
    }
  }

  private record Reader(String name, boolean writing) {}

  public Present in(long caseId) {
    List<Reader> readers =
        sql.sql(
                """
                select p.name, bool_or(r.writing) as writing
                from cases_v_reader r join staff_v_person p on p.id = r.person_id
                where r.case_id = :case and r.until > :now and p.active
                group by p.id, p.name order by 2 desc, 1
                """)
            .param("case", caseId)
            .param("now", Sql.at(clock.instant()))
            .query((rs, n) -> new Reader(rs.getString("name"), rs.getBoolean("writing")))
            .list();
    return new Present(
        readers.stream().map(Reader::name).toList(), readers.stream().anyMatch(Reader::writing));
  }
}
