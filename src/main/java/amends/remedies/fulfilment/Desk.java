package amends.remedies.fulfilment;

import amends.journal.Journal;
import amends.remedies.Matter;
import amends.remedies.MatterSource;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Plain;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Viewer;
import java.time.InstantSource;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How colleagues come to an order: permitted, at a moment, in one act. */
@Component
final class Desk {
  private static final int LONGEST = 1000;

  private final JdbcClient sql;
  private final Acts acts;
  private final Permits permits;
  private final ObjectProvider<MatterSource> matters;
  private final Book book;

  Desk(
      JdbcClient sql, Acts acts, Permits permits, ObjectProvider<MatterSource> matters, Book book) {
    this.sql = sql;
    this.acts = acts;
    this.permits = permits;
    this.matters = matters;
    this.book = book;
  }

  @Component
  record Book(Journal journal, InstantSource clock) {}

  Acts acts() {
    return acts;
  }

  Journal journal() {
    return book.journal();
  }

  InstantSource clock() {
    return book.clock();
  }

  /** The matter, when the viewer may know of it. */
  Optional<Matter> matter(Subject about, Viewer viewer) {
    return matters
        .orderedStream()
        .filter(source -> source.kind().equals(about.kind()))
        .flatMap(source -> source.matter(about.id()).stream())
        .filter(m -> permits.may(viewer, Permission.SEE_CASE, m.scope()))
        .findFirst();
  }

  /**
   * @throws NotFound when the viewer may not know of it
   */
  Matter seen(Order order, Viewer viewer) {
    return matter(order.about(), viewer)
        .orElseThrow(() -> new NotFound(Subject.of("remedy_grant", order.grantId())));
  }

  /**
   * @throws amends.staff.Forbidden when the viewer may not pay
   */
  void requirePaying(Viewer viewer) {
    permits.require(viewer, Permission.PAY_REMEDY);
  }

  void require(Viewer viewer, Permission permission, Matter matter) {
    permits.require(viewer, permission, matter.scope(), matter.about());
  }

  boolean permitted(Permission permission, Order order, Viewer viewer) {
    return matter(order.about(), viewer)
        .filter(m -> permits.may(viewer, permission, m.scope()))
        .isPresent();
  }

  /**
   * @throws Refusal while a stop is open, and once it was upheld
   */
  void refuseStopped(long grantId) {
    if (new Halts(sql).stand(grantId)) {
      throw new Refusal("", "remedies.pay.refusal.stopped");
    }
  }

  boolean mayPay(Viewer viewer) {
    return permits.may(viewer, Permission.PAY_REMEDY);
  }

  /** Who gave it, or under whose authority it was given, does not also say that it was paid. */
  boolean isGranter(long grantId, Viewer viewer) {
    return sql.sql(
            """
            select exists (select from remedy_grant where id = :id and (
              granted_by_kind = 'person' and granted_by_id = :person or ruled_by = :person))
            """)
        .param("id", grantId)
        .param("person", viewer.id())
        .query(Boolean.class)
        .single();
  }

  /**
   * What a colleague saw.
   *
   * @throws Refusal of the field when it says nothing, or is too long
   */
  static String evidence(String typed, String field) {
    String words = Plain.line(typed);
    if (words.length() < 3) {
      throw new Refusal(field, "remedies.pay.refusal.evidence");
    }
    if (words.length() > LONGEST) {
      throw new Refusal(field, "remedies.refusal.long", LONGEST);
    }
    return words;
  }
}
