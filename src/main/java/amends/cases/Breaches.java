package amends.cases;

import amends.promises.Booking;
import amends.promises.Bookings;
import amends.promises.Guarantees;
import amends.promises.Promises;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Scope;
import amends.staff.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Standing promises that were not kept, as far as a viewer may see: in cases, and without one. */
@Component
public final class Breaches {
  private static final int LONGEST = 500;

  private final BreachRows rows;
  private final Access access;
  private final BookedCases booked;
  private final Catalogued catalogued;

  Breaches(BreachRows rows, Access access, BookedCases booked, Catalogued catalogued) {
    this.rows = rows;
    this.access = access;
    this.booked = booked;
    this.catalogued = catalogued;
  }

  /** What was promised, to everybody and to one. */
  @Component
  record Catalogued(Guarantees guarantees, Promises promises, Bookings bookings) {}

  /**
   * Publishes a standing promise with what is proposed when it is not kept.
   *
   * @throws Refusal when a part is missing
   */
  public long publish(Guarantees.Wanted wanted, Proposal proposal, Viewer by) {
    access.permits().require(by, Permission.ADMINISTER_STAFF);
    return access
        .acts()
        .call(() -> {
          long id = catalogued.guarantees().publish(wanted, by.actor());
          if (!proposal.equals(Proposal.NONE)) {
            rows.propose(id, proposal);
          }
          return id;
        });
  }

  /**
   * Which of them.
   *
   * @param after those behind this number; with {@code newest} those before it, 0 for the first
   */
  public record Wanted(
      @Nullable Long guarantee,
      @Nullable Long caseId,
      @Nullable Long customer,
      boolean open,
      boolean newest,
      long after,
      int most) {}

  /** In the order of their numbers, or the newest first; those that were not owed too. */
  public List<Breach> all(Wanted wanted, Viewer viewer) {
    var visible = access.permits().visible(viewer);
    Map<String, @Nullable Object> params = new HashMap<>(visible.params());
    params.put("guarantee", wanted.guarantee());
    params.put("case", wanted.caseId());
    params.put("customer", wanted.customer());
    params.put("open", wanted.open());
    params.put("after", wanted.after());
    params.put("most", wanted.most());
    return rows.where(
        """
        (c.id is not null and %s or b.id is not null and %s)
        and (cast(:guarantee as bigint) is null or g.guarantee_id = :guarantee)
        and (cast(:case as bigint) is null or g.case_id = :case)
        and (cast(:customer as bigint) is null
          or g.customer_id in (select self_id from customers_v_self where customer_id = :customer))
        and (not :open or g.answered_at is null)
        and %s
        order by g.id %s limit :most
        """
            .formatted(
                visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only"),
                visible.where("b.person_id", "b.team_id", "b.brand_id", "null::bigint[]"),
                wanted.newest() ? "(:after = 0 or g.id < :after)" : "g.id > :after",
                wanted.newest() ? "desc" : "asc"),
        params);
  }

  /** Those of a case that are open or were answered, oldest first. */
  public List<Breach> in(long caseId, Viewer viewer) {
    return access
        .rows()
        .filed()
        .list(
            caseId,
            () -> {
              var visible = access.permits().visible(viewer);
              Map<String, Object> params = new HashMap<>(visible.params());
              params.put("case", caseId);
              return rows.where(
                  "g.case_id = :case and %s order by g.id limit 50"
                      .formatted(
                          visible.where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only")),
                  params);
            },
            Filed.Kind.GUARANTEE);
  }

  /** Those of what was agreed elsewhere and has no case, oldest first. */
  public List<Breach> of(Booking booking, Viewer viewer) {
    access
        .permits()
        .require(viewer, Permission.SEE_CASE, PromisePlaces.scope(booking), booking.asSubject());
    return rows.where("b.id = :booking order by g.id limit 50", Map.of("booking", booking.id()));
  }

  /**
   * @throws NotFound when there is none, or the viewer may not know of it
   */
  public Breach see(long id, Viewer viewer) {
    Breach breach = find(id);
    access.permits().require(viewer, Permission.SEE_CASE, scope(breach), breach.asSubject());
    return breach;
  }

  private Breach find(long id) {
    return rows.where("g.id = :id", Map.of("id", id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.of("guarantee_breach", id)));
  }

  private Scope scope(Breach breach) {
    Long caseId = breach.caseId();
    return caseId != null
        ? access.rows().get(caseId).scope()
        : PromisePlaces.scope(booking(breach));
  }

  private Booking booking(Breach breach) {
    return catalogued
        .bookings()
        .behind(Objects.requireNonNull(breach.promiseId()))
        .orElseThrow(() -> new NotFound(breach.asSubject()));
  }

  /**
   * What came of it where no grant says so.
   *
   * @param reason what was done, or why it was not owed; required
   * @throws Refusal when it was answered before, or nobody says how
   */
  public void answer(long id, Breach.Answer answer, String reason, Viewer by) {
    if (answer == Breach.Answer.GRANTED) {
      throw new Refusal("answer", "cases.breach.refuse.granted");
    }
    if (reason.isBlank() || reason.length() > LONGEST) {
      throw new Refusal("reason", "cases.breach.refuse.reason");
    }
    access
        .acts()
        .run(() -> {
          Breach breach = find(id);
          access.permits().require(by, Permission.WORK_CASE, scope(breach), breach.asSubject());
          if (!rows.answer(id, answer, reason.strip(), by.id(), access.now())) {
            throw new Refusal("answer", "cases.breach.refuse.answered");
          }
          Long caseId = breach.caseId();
          Subject about = caseId == null ? booking(breach).asSubject() : Case.subject(caseId);
          access
              .journal()
              .record(
                  about.kind() + ".guarantee_answered",
                  about,
                  by.actor(),
                  Map.of("guarantee", breach.guarantee().id(), "answer", answer.code()));
        });
  }

  /**
   * Its customer gets a case, so that they can be written to and given what happens then.
   *
   * @param why for colleagues
   * @return the case; the one that there is already, where there is one
   */
  public long openCase(long id, String why, Viewer by) {
    return access
        .acts()
        .call(() -> {
          Breach breach = find(id);
          access.permits().require(by, Permission.WORK_CASE, scope(breach), breach.asSubject());
          Long caseId = breach.caseId();
          return caseId != null
              ? caseId
              : booked
                  .open(
                      catalogued.promises().promise(Objects.requireNonNull(breach.promiseId())),
                      why,
                      by)
                  .id();
        });
  }
}
