package amends.messages;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.shared.Subject;
import amends.staff.Staff;
import amends.testing.DatabaseTest;
import amends.testing.FakeRelay.Got;
import amends.testing.FakeRelay.Mood;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What colleagues are told is known to the database, and known when it does not reach them. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoticeKindsTest {
  @Autowired ApplicationContext context;
  @Autowired Notices notices;
  @Autowired NoticesBack back;
  @Autowired NoticeLines lines;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired TestClock clock;
  @Autowired JdbcClient sql;

  private Fernhill world;
  private PostOffice post;
  private int told;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
    post = new PostOffice(context);
  }

  @AfterAll
  void closed() {
    post.close();
  }

  @Test
  void everyKindOfNewsToColleaguesCanBeNoted() {
    int before = noted();
    notices.tell(
        Arrays.stream(Notice.Kind.values())
            .map(kind -> notice(kind, kind.ordinal(), world.tom.id()))
            .toList());
    assertThat(noted() - before).isEqualTo(Notice.Kind.values().length);
  }

  private static Notice notice(Notice.Kind kind, long source, long person) {
    return new Notice(
        kind,
        Subject.of("test", source),
        Subject.of("case", 1),
        "cases.notice.due.contact",
        TestClock.START,
        person,
        null);
  }

  private int noted() {
    return sql.sql("select count(*) from notice").query(Integer.class).single();
  }

  /**
   * The envelope named nobody, so that no report ever came, and warnings went to a dead address.
   */
  @Test
  void whomMailDoesNotReachIsKnownUntilALaterOneHasArrived() {
    Got first = tells();
    assertThat(first.mailFrom()).startsWith("told+");
    assertThat(back.unreached()).isEmpty();
    assertThat(lines.lines()).isEmpty();

    comesBack(first.mailFrom().replaceFirst("told\\+..", "told+zz"));
    assertThat(back.unreached()).as("an address that we did not make").isEmpty();
    comesBack(first.mailFrom());
    assertThat(back.unreached())
        .singleElement()
        .satisfies(one -> {
          assertThat(one.person()).isEqualTo(world.priya.id());
          assertThat(one.why()).isEqualTo("userunknown");
        });
    assertThat(lines.lines())
        .singleElement()
        .satisfies(line -> assertThat(line.what()).contains(world.priya.email()));

    clock.pass(Duration.ofHours(2));
    tells();
    assertThat(back.unreached()).as("it may still come back").hasSize(1);
    clock.pass(Duration.ofHours(2));
    assertThat(back.unreached()).as("it has arrived").isEmpty();

    post.relay().mood(Mood.REFUSE_RECIPIENT);
    notices.tell(List.of(notice(Notice.Kind.NEWS, 100 + told++, world.priya.id())));
    post.tellColleagues();
    post.relay().mood(Mood.TAKE);
    assertThat(back.unreached())
        .as("refused at once")
        .singleElement()
        .satisfies(one -> assertThat(one.why()).isNull());
  }

  private Got tells() {
    notices.tell(List.of(notice(Notice.Kind.NEWS, 100 + told++, world.priya.id())));
    post.tellColleagues();
    return post.received().stream()
        .filter(got -> got.to().equals(world.priya.email()))
        .toList()
        .getLast();
  }

  private void comesBack(String to) {
    byte[] report = Mails.bounce("<report" + told++ + "@mx.example>", world.priya.email());
    post.lay("", to, new String(report, StandardCharsets.US_ASCII).replace("\r\n", "\n"));
  }
}
