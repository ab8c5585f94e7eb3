package amends.portal;

import amends.cases.CustomerSide;
import amends.customers.Channel;
import amends.customers.Customers;
import amends.messages.Disposition;
import amends.messages.Letterbox;
import amends.messages.MailPerson;
import amends.messages.Slip;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Tokens;
import amends.staff.Brand;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Problems that strangers report over a form. A report opens a case as a mail does. Its address is
 * only said to be theirs: all that goes there is a letter of fixed words with a link to confirm,
 * and the acknowledgement follows once they have.
 */
@Component
public final class Reports {
  static final Duration VALID = Duration.ofDays(7);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int AN_ADDRESS = 10;
  private static final int A_MAILBOX = 3;
  private static final int ALL = 300;

  private final Store store;
  private final Letterbox letterbox;
  private final CustomerSide customerSide;
  private final Knocks knocks;
  private final Notices notices;

  Reports(
      Store store, Letterbox letterbox, CustomerSide customerSide, Knocks knocks, Notices notices) {
    this.store = store;
    this.letterbox = letterbox;
    this.customerSide = customerSide;
    this.knocks = knocks;
    this.notices = notices;
  }

  /**
   * A report as it was typed.
   *
   * @param order the number of an order; may be empty
   * @param subject in a few words; may be empty
   */
  public record Report(
      Brand brand,
      String name,
      String email,
      String subject,
      String order,
      String words,
      List<Slip.File> files) {}

  /**
   * Whether one more may come from this network address and for this mailbox; counts as one.
   *
   * @throws Refusal when not
   */
  public void knock(String from, String email) {
    boolean room =
        knocks.admits("report", "from " + from, AN_ADDRESS, HOUR)
            && knocks.admits("report", "for " + mailbox(email), A_MAILBOX, HOUR)
            && knocks.admits("report", "all", ALL, HOUR);
    if (!room) {
      throw new Refusal("", "portal.refusal.too-many-reports");
    }
  }

  /** Tags behind a plus sign lead to the same people. */
  private static String mailbox(String email) {
    return email.strip().replaceFirst("\\+[^@]*@", "@");
  }

  /**
   * @throws Refusal of the fields {@code words}, {@code email}, {@code name} and {@code files}
   */
  public void check(Report report) {
    CustomerActs.text("words", report.words(), 20_000);
    CustomerActs.line("name", CustomerActs.text("name", report.name(), 200));
    if (!report.email().strip().matches("[^@\\s]{1,64}@[^@\\s]+\\.[^@\\s]{2,}")) {
      throw new Refusal("email", "portal.refusal.email");
    }
    CustomerActs.line("order", report.order());
    CustomerActs.line("subject", report.subject());
    CustomerActs.bounded(report.files());
  }

  /** Opens a case for it; part of the caller's act. */
  public void take(Report report) {
    String email = report.email().strip();
    Letterbox.Dropped dropped =
        letterbox.drop(
            new Slip(
                "form",
                new MailPerson(report.name().strip(), email),
                report.brand().senderAddress(),
                CustomerActs.line("subject", report.subject()),
                text(report),
                report.files()),
            new Disposition.OpenUnconfirmed("form"),
            Actor.SYSTEM);
    long id = store.add(dropped, email);
    try {
      notices.send(
          customerSide.file(dropped.about().id()).matter(),
          email,
          "confirm",
          new Notices.Enclosed("confirm", id));
    } catch (Refusal enoughLetters) {
      // The case is there all the same, and a person answers.
      return;
    }
  }

  private static String text(Report report) {
    String order = CustomerActs.line("order", report.order());
    return order.isEmpty() ? report.words().strip() : report.words().strip() + "\n\n" + order;
  }

  /** Whether a link to confirm is good, or was used; looking changes nothing. */
  public boolean knows(String token) {
    return store.find(token).isPresent();
  }

  /**
   * The address is theirs: says so, and acknowledges. A second time changes nothing.
   *
   * @return false when there is no such link, or it has run out
   */
  public boolean confirm(String token) {
    return store.acts.call(() -> {
      Optional<Store.Row> row = store.find(token);
      row.filter(store::confirmed).ifPresent(this::acknowledge);
      return row.isPresent();
    });
  }

  private void acknowledge(Store.Row row) {
    long customer = customerSide.file(row.caseId()).matter().customerId();
    store.customers.contacts(customer).stream()
        .filter(c -> c.living() && c.channel() == Channel.EMAIL)
        .filter(c -> c.address().equalsIgnoreCase(row.address()))
        .forEach(c -> store.customers.verify(c.id(), "link", Actor.customer(customer)));
    customerSide.acknowledge(row.caseId(), row.address(), row.messageId());
  }

  /** The rows of reports that wait for a word from their address. */
  @Component
  static final class Store {
    private final JdbcClient sql;
    private final InstantSource clock;
    private final Acts acts;
    private final Secrets secrets;
    private final Customers customers;

    Store(JdbcClient sql, InstantSource clock, Acts acts, Secrets secrets, Customers customers) {
      this.sql = sql;
      this.clock = clock;
      this.acts = acts;
      this.secrets = secrets;
      this.customers = customers;
    }

    record Row(long id, long caseId, long messageId, String address) {}

    private long add(Letterbox.Dropped dropped, String address) {
      Instant now = clock.instant();
      long id = sql.sql("select nextval('report_confirmation_id_seq')").query(Long.class).single();
      sql.sql(
              """
              insert into report_confirmation (id, case_id, message_id, address, hash, made_at, expires_at)
              values (:id, :case, :message, :address, :hash, :now, :expires)
              """)
          .param("id", id)
          .param("case", dropped.about().id())
          .param("message", dropped.messageId())
          .param("address", address)
          .param("hash", Tokens.hash(secrets.token("report", id)))
          .param("now", Sql.at(now))
          .param("expires", Sql.at(now.plus(VALID)))
          .update();
      return id;
    }

    private Optional<Row> find(String token) {
      if (!token.matches("[\\w-]{22}")) {
        return Optional.empty();
      }
      return sql.sql(
              """
              select id, case_id, message_id, address from report_confirmation
              where hash = :hash and expires_at > :now
              """)
          .param("hash", Tokens.hash(token))
          .param("now", Sql.at(clock.instant()))
          .query((rs, n) ->
              new Row(
                  rs.getLong("id"),
                  rs.getLong("case_id"),
                  rs.getLong("message_id"),
                  rs.getString("address")))
          .optional();
    }

    private boolean confirmed(Row row) {
      return sql.sql(
                  "update report_confirmation set confirmed_at = :now where id = :id and confirmed_at is null")
              .param("now", Sql.at(clock.instant()))
              .param("id", row.id())
              .update()
          == 1;
    }
  }
}
