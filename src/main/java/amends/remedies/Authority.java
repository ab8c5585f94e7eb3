package amends.remedies;

import amends.journal.Journal;
import amends.remedies.Limit.OfPerson;
import amends.remedies.Limit.OfRole;
import amends.remedies.Limit.OfTeam;
import amends.remedies.LimitRows.Bearing;
import amends.remedies.LimitRows.LimitUse;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Grant;
import amends.staff.Role;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Who may give how much without asking. An emergency authority for the matter counts before all
 * others; then a person's own limit, then that of the team, then that of a role; among limits of
 * one rank one for this kind of remedy before one for all, and then the most generous. Asks for no
 * permission: whoever calls has.
 */
@Component
public final class Authority {
  private static final Duration LONGEST_EMERGENCY = Duration.ofDays(30);

  private static final Comparator<Limit> COUNTING =
      Comparator.comparing((Limit limit) -> !limit.emergency())
          .thenComparing(limit -> rank(limit.holder()))
          .thenComparing(limit -> limit.kind() == null)
          .thenComparing(Comparator.comparingLong(Limit::perGrant).reversed())
          .thenComparing(Limit::id);

  private final LimitRows rows;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final NewLimits checks;

  Authority(JdbcClient sql, InstantSource clock, Acts acts, Journal journal, NewLimits checks) {
    this.rows = new LimitRows(sql);
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.checks = checks;
  }

  /** All limits, those in force first. */
  public List<Limit> all() {
    return rows.all(clock.instant());
  }

  /**
   * @throws amends.shared.NotFound when there is none
   */
  public Limit get(long id) {
    return rows.get(id);
  }

  /**
   * Sets a limit; one of the same holder, kind and currency ends now, and what was used counts on.
   *
   * @throws Refusal when an amount is negative, bounds contradict, its end does not lie ahead, or
   *     the holder is not known
   */
  public Limit set(NewLimit limit, Actor by) {
    checks.check(limit);
    Instant until = limit.until();
    if (until != null && !until.isAfter(clock.instant())) {
      throw new Refusal("until", "remedies.refusal.limit-end");
    }
    return acts.call(() -> {
      rows.hold(limit);
      Instant now = clock.instant();
      List<Limit> standing = rows.standing(limit, now);
      standing.forEach(old -> rows.end(old.id(), now));
      Long line = standing.stream().map(Limit::lineId).findFirst().orElse(null);
      return made(limit, rows.insert(limit, line, LimitRows.Emergency.NONE, by, now), by);
    });
  }

  private Limit made(NewLimit limit, long id, Actor by) {
    journal.record(
        "authority.set",
        Subject.of("authority_limit", id),
        by,
        Map.of("currency", limit.currency(), "most", limit.perGrant()));
    return rows.get(id);
  }

  public void end(long limitId, Actor by) {
    acts.run(() -> {
      if (rows.end(limitId, clock.instant()) == 1) {
        journal.record("authority.ended", Subject.of("authority_limit", limitId), by);
      }
    });
  }

  /**
   * Grants more for a while, by a lead, for the matters of a team or for one matter. It never
   * counts for whoever granted it.
   *
   * @param only a {@code team}, or a matter such as an incident
   * @throws Refusal without an end within 30 days, a reason, when it is for oneself, or when it is
   *     more than the lender may give without asking
   */
  public Limit emergency(NewLimit limit, Subject only, String reason, Instant until, Viewer by) {
    checks.check(limit);
    checks.mayGrant(only, by);
    Instant now = clock.instant();
    if (reason.isBlank()) {
      throw new Refusal("reason", "remedies.refusal.no-reason");
    }
    Length.atMost(Length.TEXT, reason, "reason");
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_EMERGENCY))) {
      throw new Refusal("until", "remedies.refusal.emergency-end");
    }
    if (limit.holder() instanceof OfPerson(long person) && person == by.id()) {
      throw new Refusal("holder", "remedies.refusal.to-oneself");
    }
    return acts.call(() -> {
      NewLimit ending = lent(limit, only, until, by, now);
      LimitRows.Emergency emergency = new LimitRows.Emergency(only, reason.strip());
      return made(ending, rows.insert(ending, null, emergency, by.actor(), now), by.actor());
    });
  }

  /** Nobody lends more than is theirs; whoever arranges everybody's limits sets this one too. */
  private NewLimit lent(NewLimit limit, Subject only, Instant until, Viewer by, Instant now) {
    if (checks.mayArrange(by)) {
      return limit.until(until);
    }
    Matter where = checks.where(only);
    List<Limit> own =
        counting(by, where, now).stream()
            .filter(one -> !one.emergency() && one.currency().equals(limit.currency()))
            .toList();
    Remedy.Kind kind = limit.kind();
    return Lending.of(
            (kind == null ? List.of(Remedy.Kind.values()) : List.of(kind))
                .stream()
                    .map(each -> own.stream().filter(one -> one.isFor(each)).findFirst())
                    .toList())
        .bound(limit, until);
  }

  /** The limits that would count for this viewer in this matter, by kind and currency. */
  public List<Limit> of(Viewer viewer, Matter matter) {
    record For(Object kind, String currency) {}
    return counting(viewer, matter, clock.instant()).stream()
        .collect(
            Collectors.toMap(
                limit -> new For(Optional.ofNullable(limit.kind()), limit.currency()),
                limit -> limit,
                (first, later) -> first,
                LinkedHashMap::new))
        .values()
        .stream()
        .toList();
  }

  private List<Limit> counting(Viewer viewer, Matter matter, Instant now) {
    return rows.mightCount(bearing(viewer, matter), matter, now).stream()
        .filter(limit -> counts(limit, viewer))
        .sorted(COUNTING)
        .toList();
  }

  /** By viewer, what would count for them in this matter and what was used of it. */
  Map<Long, List<LimitUse>> counting(
      List<Viewer> viewers, Matter matter, Footing footing, Instant now) {
    List<Bearing> bearing = viewers.stream().map(viewer -> bearing(viewer, matter)).toList();
    Map<Long, List<LimitUse>> all = rows.used(bearing, matter, footing, now);
    return viewers.stream()
        .collect(
            Collectors.toMap(
                Viewer::id,
                viewer ->
                    all.getOrDefault(viewer.id(), List.of()).stream()
                        .filter(one -> counts(one.limit(), viewer))
                        .sorted(Comparator.comparing(LimitUse::limit, COUNTING))
                        .toList()));
  }

  private static boolean counts(Limit limit, Viewer viewer) {
    return !limit.emergency() || !limit.setBy().equals(viewer.actor());
  }

  boolean anyIn(String currency) {
    return rows.anyIn(currency, clock.instant());
  }

  /** The roles that the viewer has where the matter belongs. */
  private static Bearing bearing(Viewer viewer, Matter matter) {
    Set<Role> roles =
        viewer.grants().stream()
            .filter(grant -> reaches(grant, matter))
            .map(Grant::role)
            .collect(Collectors.toSet());
    return new Bearing(viewer.id(), viewer.teams().contains(matter.teamId()), roles);
  }

  private static boolean reaches(Grant grant, Matter matter) {
    Long brand = grant.brandId();
    Long team = grant.teamId();
    return (brand == null || brand == matter.brandId())
        && (team == null || team == matter.teamId());
  }

  private static int rank(Limit.Holder holder) {
    return switch (holder) {
      case OfPerson of -> 0;
      case OfTeam of -> 1;
      case OfRole of -> 2;
    };
  }
}
