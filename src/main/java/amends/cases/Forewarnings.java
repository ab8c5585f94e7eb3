package amends.cases;

import amends.cases.PromisePlaces.Stood;
import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.messages.Medium;
import amends.messages.Way;
import amends.messages.Ways;
import amends.promises.Promise;
import amends.promises.Promises;
import amends.promises.Risks;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.Brand;
import amends.staff.Permission;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Telling customers of a promise in danger before they find out themselves: a notice for each is
 * prepared with the new moment, looked at once, and sent in one go, one act a case.
 */
@Component
public final class Forewarnings {
  /** More than anybody can look at; then the rest follows. */
  public static final int MOST = 200;

  private final JdbcClient sql;
  private final Access access;
  private final Moved moved;
  private final Promises promises;
  private final Sources sources;

  Forewarnings(JdbcClient sql, Access access, Moved moved, Promises promises, Sources sources) {
    this.sql = sql;
    this.access = access;
    this.moved = moved;
    this.promises = promises;
    this.sources = sources;
  }

  /** Where the words come from. */
  @Component
  record Sources(
      Customers customers, Letters letters, Staff staff, Risks risks, PromisePlaces places) {}

  /** What it is told in, and how it reaches them. */
  @Component
  record Moved(Renewals renewals, InTime inTime) {}

  /**
   * One cause that puts promises in danger.
   *
   * @param reason in the words of whoever said so; may be empty
   * @param promises how many of those that the viewer may see
   */
  public record Cause(
      Risks.Kind kind, long source, String reason, Instant since, int promises, Instant firstDue) {}

  /**
   * What all of them are told.
   *
   * @param why as the customers read it
   * @param instead what we offer instead; may be empty
   * @param by the new moment for all; null when each keeps its hour, so much later
   * @param later how much later; counts when there is no one moment
   * @param others moments that each may choose from on their page instead
   */
  public record Notice(
      String why, String instead, @Nullable Instant by, Duration later, List<Instant> others) {
    /** Without a choice. */
    public Notice(String why, String instead, @Nullable Instant by, Duration later) {
      this(why, instead, by, later, List.of());
    }

    Moving moving(Instant dueAt, String way) {
      return new Moving(dueAt, null, why, instead, way, others);
    }

    Instant anew(Instant dueAt) {
      return by == null ? dueAt.plus(later) : by;
    }
  }

  /**
   * A notice as it would go out now.
   *
   * @param caseId 0 where it stands in none: whoever is told gets one
   * @param hindrance key of what stands against it; null when it can go
   * @param way how it goes; null when it cannot
   * @param telephone a number to ring instead; null when none is known or needed
   */
  public record Prepared(
      long promise,
      long caseId,
      String subject,
      String customer,
      String words,
      Instant dueAt,
      Instant anew,
      String letter,
      @Nullable Way way,
      @Nullable String hindrance,
      @Nullable String telephone) {}

  /**
   * What became of it.
   *
   * @param left those who could not be told, each with the key of the reason
   */
  public record Told(int told, Map<Long, String> left) {}

  /** Every cause that stands, the one that bites first first. */
  public List<Cause> causes(Viewer viewer) {
    var visible = access.permits().visible(viewer);
    return sql.sql(
            """
            select r.kind, r.source_id, min(r.reason) as reason, min(r.since_at) as since_at,
              count(*) as promises, min(p.due_at) as first_due
            from promises_v_risk r
            join promises_v_promise p on p.id = r.promise_id
            """
                + Ledger.PLACES
                + " where p.kind <> 'look' and "
                + Ledger.seen(visible)
                + " group by r.kind, r.source_id order by first_due, r.kind, r.source_id limit 100")
        .params(visible.params())
        .query((rs, n) ->
            new Cause(
                Risks.Kind.of(rs.getString("kind")),
                rs.getLong("source_id"),
                rs.getString("reason"),
                Sql.instant(rs, "since_at"),
                rs.getInt("promises"),
                Sql.instant(rs, "first_due")))
        .list();
  }

  /** A notice for each promise that this cause endangers, the next due first. */
  public List<Prepared> prepared(Risks.Kind kind, long source, Notice notice, Viewer viewer) {
    List<Promise> endangered = promises.all(sources.risks().endangered(kind, source, MOST));
    Map<Subject, Stood> places =
        sources.places().of(endangered).stream()
            .filter(p -> access.permits().may(viewer, Permission.SEE_CASE, p.scope()))
            .collect(Collectors.toMap(Stood::about, Function.identity()));
    Known known = known(places);
    return endangered.stream()
        .filter(p -> places.containsKey(p.about()))
        .sorted(Comparator.comparing(Promise::dueAt).thenComparing(Promise::id))
        .map(p -> prepared(p, Objects.requireNonNull(places.get(p.about())), notice, known, viewer))
        .toList();
  }

  private record Known(
      Map<Long, Customer> customers,
      Map<Long, List<ContactPoint>> points,
      Map<Long, Brand> brands) {}

  private Known known(Map<Subject, Stood> places) {
    Set<Long> ids = places.values().stream().map(Stood::customer).collect(Collectors.toSet());
    return new Known(
        sources.customers().customers(ids),
        sources.customers().contacts(ids),
        sources.staff().brands().stream()
            .collect(Collectors.toMap(Brand::id, Function.identity())));
  }

  private Prepared prepared(
      Promise promise, Stood matter, Notice notice, Known known, Viewer viewer) {
    Customer customer = Objects.requireNonNull(known.customers().get(matter.customer()));
    Brand brand = Objects.requireNonNull(known.brands().get(matter.brand()));
    List<ContactPoint> points = known.points().getOrDefault(customer.id(), List.of());
    Instant anew = notice.anew(promise.dueAt());
    Way way =
        moved
            .inTime()
            .of(
                new Ways.To(customer.id(), brand.id(), promise.about()),
                customer,
                points,
                promise.dueAt())
            .orElse(null);
    String hindrance = hindrance(promise, matter, anew, way, viewer);
    Medium medium = way == null ? Medium.EMAIL : way.medium();
    return new Prepared(
        promise.id(),
        matter.caseId(),
        matter.subject(),
        customer.name(),
        promise.words(),
        promise.dueAt(),
        anew,
        sources
            .letters()
            .reply(
                sources.letters().moved(customer, promise, notice.moving(anew, "")),
                medium,
                new Letters.Hands(customer, brand, viewer.name()),
                promise.words(),
                anew),
        way,
        hindrance,
        hindrance == null ? null : telephone(points));
  }

  private @Nullable String hindrance(
      Promise promise, Stood matter, Instant anew, @Nullable Way way, Viewer viewer) {
    if (!access.permits().may(viewer, Permission.WORK_CASE, matter.scope())) {
      return "cases.round.skip.not-yours";
    }
    if (matter.restricted()) {
      return "cases.forewarn.restricted";
    }
    if (!promise.dueAt().isAfter(access.now())) {
      return "cases.forewarn.due";
    }
    if (!anew.isAfter(promise.dueAt())) {
      return "cases.refusal.not-later";
    }
    return way == null ? "cases.forewarn.no-way" : null;
  }

  private static String way(Prepared one) {
    Way way = one.way();
    return way == null ? "" : way.medium().code();
  }

  private static @Nullable String telephone(List<ContactPoint> points) {
    return points.stream()
        .filter(p -> p.living() && p.channel() == Channel.PHONE)
        .map(ContactPoint::address)
        .findFirst()
        .orElse(null);
  }

  /**
   * Tells these customers: each promise is moved and its customer written to in one act. What
   * cannot be is left in danger, with the reason.
   *
   * @throws Refusal when nobody was chosen, or the notice does not say why
   */
  public Told tell(Risks.Kind kind, long source, Notice notice, Set<Long> chosen, Viewer viewer) {
    if (notice.why().isBlank()) {
      throw new Refusal("why", "cases.refusal.no-why-moved");
    }
    List<Prepared> ready =
        prepared(kind, source, notice, viewer).stream()
            .filter(p -> chosen.contains(p.promise()))
            .toList();
    if (ready.isEmpty()) {
      throw new Refusal("pick", "cases.forewarn.refusal.none");
    }
    List<Long> told = new ArrayList<>();
    Map<Long, String> left = new java.util.LinkedHashMap<>();
    for (Prepared one : ready) {
      String trouble = one.hindrance() == null ? told(one, notice, viewer) : one.hindrance();
      if (trouble == null) {
        told.add(one.promise());
      } else {
        left.put(one.promise(), trouble);
      }
    }
    return new Told(told.size(), left);
  }

  private @Nullable String told(Prepared one, Notice notice, Viewer viewer) {
    try {
      access
          .acts()
          .run(() -> {
            long caseId =
                one.caseId() == 0
                    ? sources.places().opened(promises.promise(one.promise()), notice.why(), viewer)
                    : one.caseId();
            moved
                .renewals()
                .move(caseId, one.promise(), notice.moving(one.anew(), way(one)), viewer);
          });
      return null;
    } catch (Refusal refusal) {
      return refusal.key();
    }
  }
}
