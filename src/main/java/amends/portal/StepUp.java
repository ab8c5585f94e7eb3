package amends.portal;

import amends.cases.Case;
import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customers;
import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Sql;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * A second proof before anything about money or address: six digits, sent to a verified contact
 * point, good for 10 minutes, once, for five tries (OWASP ASVS 6.5.5 caps such codes at ten
 * minutes). Only the newest code of a case counts; what is kept of it is a MAC.
 */
@Component
public final class StepUp {
  static final Duration VALID = Duration.ofMinutes(10);
  static final int TRIES = 5;
  static final int AN_HOUR = 4;
  private static final String PURPOSE = "portal.step-up";

  private final Store store;
  private final Acts acts;
  private final Knocks knocks;
  private final Notices notices;
  private final Secrets secrets;

  StepUp(Store store, Acts acts, Knocks knocks, Notices notices, Secrets secrets) {
    this.store = store;
    this.acts = acts;
    this.knocks = knocks;
    this.notices = notices;
    this.secrets = secrets;
  }

  /** A code that was right; using it up is part of the act that it opens. */
  public record Pass(long id) {}

  /** Where codes would go: a verified address of theirs; empty when there is none. */
  public Optional<ContactPoint> reaches(Case matter) {
    return store.customers.contacts(matter.customerId()).stream()
        .filter(c -> c.living() && c.channel() == Channel.EMAIL && c.verifiedAt() != null)
        .filter(c -> Enclosures.somebodyReads(c.address()))
        .findFirst();
  }

  /**
   * Sends a new code; those before it end.
   *
   * @throws Refusal when there is no verified address, or after too many codes within an hour
   */
  public void send(Case matter, Actor by) {
    ContactPoint to =
        reaches(matter).orElseThrow(() -> new Refusal("", "portal.refusal.no-verified-address"));
    if (!knocks.admits("code", "case " + matter.id(), AN_HOUR, Duration.ofHours(1))) {
      throw new Refusal("", "portal.refusal.too-often");
    }
    acts.run(() -> {
      long id = store.nextId();
      store.add(id, matter, to, secrets.keys().mac(PURPOSE, data(id, secrets.code(id))));
      notices.send(matter, to.address(), "code", new Notices.Enclosed("code", id));
      store.journal.record("portal.code_sent", matter.asSubject(), by, Map.of("contact", to.id()));
    });
  }

  /**
   * Looks at a code, which counts as a try whatever comes of it.
   *
   * @throws Refusal of the field {@code code}, in the same words whatever is wrong with it
   */
  public Pass check(Case matter, String code) {
    return check(matter, code, "code");
  }

  /** The same; a refusal is of this field. */
  Pass check(Case matter, String code, String field) {
    String digits = code.replaceAll("[\\s-]", "");
    Optional<Store.Open> open = acts.call(() -> store.tried(matter.id()));
    // Compared even when there is none, so that both take the same time.
    long id = open.map(Store.Open::id).orElse(0L);
    byte[] kept = open.map(Store.Open::mac).orElseGet(() -> new byte[33]);
    boolean right = secrets.keys().verify(PURPOSE, data(id, digits), kept);
    if (open.isEmpty() || !right || !digits.matches("\\d{6}")) {
      throw new Refusal(field, "portal.refusal.code");
    }
    return new Pass(id);
  }

  /**
   * Uses the pass up within the caller's act.
   *
   * @throws Refusal when it was used or has run out since
   */
  public void use(Pass pass, Case matter, Actor by) {
    if (!store.used(pass.id())) {
      throw new Refusal("code", "portal.refusal.code");
    }
    store.journal.record("portal.code_used", matter.asSubject(), by);
  }

  private static byte[] data(long id, String code) {
    return (id + ":" + code).getBytes(StandardCharsets.UTF_8);
  }

  /** The rows of codes. */
  @Component
  static final class Store {
    private final JdbcClient sql;
    private final InstantSource clock;
    private final Journal journal;
    private final Customers customers;

    Store(JdbcClient sql, InstantSource clock, Journal journal, Customers customers) {
      this.sql = sql;
      this.clock = clock;
      this.journal = journal;
      this.customers = customers;
    }

    record Open(long id, byte[] mac) {}

    private long nextId() {
      return sql.sql("select nextval('step_up_id_seq')").query(Long.class).single();
    }

    private void add(long id, Case matter, ContactPoint to, byte[] mac) {
      Instant now = clock.instant();
      sql.sql(
              """
              insert into step_up (id, case_id, customer_id, contact_id, mac, made_at, expires_at)
              values (:id, :case, :customer, :contact, :mac, :now, :expires)
              """)
          .param("id", id)
          .param("case", matter.id())
          .param("customer", matter.customerId())
          .param("contact", to.id())
          .param("mac", mac)
          .param("now", Sql.at(now))
          .param("expires", Sql.at(now.plus(VALID)))
          .update();
    }

    private Optional<Open> tried(long caseId) {
      return sql.sql(
              """
              update step_up set tries = tries + 1
              where id = (select max(id) from step_up where case_id = :case)
                and used_at is null and expires_at > :now and tries < :most
              returning id, mac
              """)
          .param("case", caseId)
          .param("now", Sql.at(clock.instant()))
          .param("most", TRIES)
          .query((rs, n) -> new Open(rs.getLong("id"), rs.getBytes("mac")))
          .optional();
    }

    private boolean used(long id) {
      return sql.sql(
                  """
                  update step_up set used_at = :now
                  where id = :id and used_at is null and expires_at > :now
                  """)
              .param("now", Sql.at(clock.instant()))
              .param("id", id)
              .update()
          == 1;
    }
  }
}
