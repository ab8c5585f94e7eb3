package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.shared.Subject;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database knows every kind of news that the program tells colleagues. */
@DatabaseTest
class NoticeKindsTest {
  @Autowired Notices notices;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  @Test
  void everyKindOfNewsToColleaguesCanBeNoted() {
    Fernhill world = new Fernhill(staff, customers);
    notices.tell(
        Arrays.stream(Notice.Kind.values())
            .map(kind ->
                new Notice(
                    kind,
                    Subject.of("test", kind.ordinal()),
                    Subject.of("case", 1),
                    "cases.notice.due.contact",
                    clock.instant(),
                    world.tom.id(),
                    null))
            .toList());

    assertThat(sql.sql("select count(*) from notice").query(Integer.class).single())
        .isEqualTo(Notice.Kind.values().length);
  }
}
