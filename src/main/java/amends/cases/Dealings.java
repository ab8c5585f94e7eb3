package amends.cases;

import amends.customers.Customer;
import amends.messages.Messages;
import amends.messages.Next;
import amends.messages.Outgoing;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Brand;
import amends.staff.Permits;
import amends.staff.Viewer;
import amends.staff.Visible;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What we have to do with one customer, over all their cases. */
@Component
public final class Dealings {
  private static final int MOST = 50;

  /** They, and whoever was merged with them. */
  private static final String SELVES =
      """
      (select self_id from customers_v_self where customer_id = :customer)\
      """;

  private final JdbcClient sql;
  private final Access access;
  private final Permits permits;
  private final Codes codes;
  private final Search search;

  Dealings(JdbcClient sql, Access access, Codes codes, Search search) {
    this.sql = sql;
    this.access = access;
    this.permits = access.permits();
    this.codes = codes;
    this.search = search;
  }

  /** What it takes to send a code. */
  @Component
  record Codes(Brands brands, Messages messages, Letters letters) {}

  /**
   * One of their cases.
   *
   * @param closedAt null while it is open
   */
  public record Matter(
      long id,
      String subject,
      Instant openedAt,
      @Nullable Instant nextDueAt,
      @Nullable Instant closedAt) {}

  /**
   * A promise to them that is still owed.
   *
   * @param caseId 0 where it stands with what was agreed elsewhere
   * @param bookingId 0 where it stands in a case
   * @param word whether it is a word to them, promised in a case
   */
  public record Owed(
      long promiseId,
      long caseId,
      long bookingId,
      String words,
      Instant dueAt,
      Instant warnAt,
      boolean word) {}

  /**
   * Their cases, also from before a merge, that the viewer may see, open ones first, then the
   * newest.
   */
  public List<Matter> cases(long customer, Viewer viewer) {
    Visible visible = permits.visible(viewer);
    return sql.sql(
            """
            select c.id, c.subject, c.opened_at, c.next_due_at, c.closed_at from amends_case c
            where c.customer_id in %s and %s
            order by c.closed_at is not null, c.id desc limit :most
            """
                .formatted(
                    SELVES, visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only")))
        .params(visible.params())
        .param("customer", customer)
        .param("most", MOST)
        .query((rs, n) ->
            new Matter(
                rs.getLong("id"),
                rs.getString("subject"),
                Sql.instant(rs, "opened_at"),
                Sql.instantOrNull(rs, "next_due_at"),
                Sql.instantOrNull(rs, "closed_at")))
        .list();
  }

  /**
   * What is owed to them, in cases and without, as far as the viewer may see, the earliest first.
   */
  public List<Owed> owed(long customer, Viewer viewer) {
    Visible visible = permits.visible(viewer);
    return sql.sql(
            """
            (select p.id, c.id as case_id, 0 as booking_id, p.words, p.due_at, p.warn_at,
              p.kind = 'contact' as word
            from promises_v_promise p
            join amends_case c on p.subject_kind = 'case' and p.subject_id = c.id
            where c.customer_id in %1$s and p.owed and p.kind <> 'look' and %2$s
            order by p.due_at limit :most)
            union all
            (select p.id, 0, b.id, p.words, p.due_at, p.warn_at, false
            from promises_v_booking b
            join promises_v_promise p on p.subject_kind = 'booking' and p.id = b.promise_id
            where b.customer_id in %1$s and p.owed and %3$s
            order by p.due_at limit :most)
            order by due_at limit :most
            """
                .formatted(
                    SELVES,
                    visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only"),
                    visible.where("b.person_id", "b.team_id", "b.brand_id", "null::bigint[]")))
        .params(visible.params())
        .param("customer", customer)
        .param("most", MOST)
        .query((rs, n) ->
            new Owed(
                rs.getLong("id"),
                rs.getLong("case_id"),
                rs.getLong("booking_id"),
                rs.getString("words"),
                Sql.instant(rs, "due_at"),
                Sql.instant(rs, "warn_at"),
                rs.getBoolean("word")))
        .list();
  }

  /**
   * Somebody who speaks for them in a case.
   *
   * @param customerId of the speaker
   * @param affiliation what they are to the customer
   */
  public record Speaking(long customerId, String affiliation) {}

  /** Who speaks for them in the cases that the viewer may see. */
  public List<Speaking> speakers(long customer, Viewer viewer) {
    Visible visible = permits.visible(viewer);
    return sql.sql(
            """
            select distinct r.speaker_id, r.affiliation from contact_rule r
            join amends_case c on c.id = r.case_id
            where c.customer_id in %s and r.kind = 'representative' and r.ended_at is null
              and (r.until_at is null or r.until_at > :now) and %s
            order by 1, 2 limit :most
            """
                .formatted(
                    SELVES, visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only")))
        .params(visible.params())
        .param("customer", customer)
        .param("now", Sql.at(access.now()))
        .param("most", MOST)
        .query((rs, n) -> new Speaking(rs.getLong("speaker_id"), rs.getString("affiliation")))
        .list();
  }

  /**
   * Who it could be: by name, address or number; whose order has this number; whose case it is, of
   * those that the viewer may see. The surest first.
   */
  public List<Long> whose(String text, Viewer viewer, int most) {
    Search.Results found = search.find(text, permits.visible(viewer), most);
    Set<Long> ids = new LinkedHashSet<>();
    found.customers().forEach(match -> ids.add(match.customer().id()));
    found.orders().forEach(order -> ids.add(order.customerId()));
    Long[] matters = found.cases().stream().map(hit -> hit.row().id()).toArray(Long[]::new);
    ids.addAll(
        sql.sql("select distinct customer_id from amends_case where id = any(:ids)")
            .param("ids", matters)
            .query(Long.class)
            .list());
    return List.copyOf(ids);
  }

  /**
   * Sends a code to an address that is only said to be theirs, in their latest case. Holds nothing
   * that anybody wrote, so that whoever reads it there learns nothing.
   *
   * @throws Refusal when the viewer sees no case of theirs: an answer would have no place
   */
  public void sendCode(Customer customer, String address, String code, Viewer by) {
    long id =
        cases(customer.id(), by).stream()
            .findFirst()
            .map(Matter::id)
            .orElseThrow(() -> new Refusal("", "customers.refuse.no-case", customer.name()));
    Case matter = access.rows().get(id);
    Brand brand = codes.brands().of(matter.brandId());
    codes
        .messages()
        .send(
            new Outgoing(
                matter.asSubject(),
                customer.id(),
                address,
                codes.letters().codeSubject(brand, customer),
                codes.letters().code(brand, customer, code),
                Outgoing.Kind.NOTICE,
                by.actor(),
                brand.id(),
                null,
                new Next.NothingMore()));
  }
}
