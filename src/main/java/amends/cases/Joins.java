package amends.cases;

import amends.customers.Customers;
import amends.promises.Promise;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Two cases of one matter. The duplicate is settled as one, and its survivor owes what it owed and
 * shows what was said in it; nothing else is moved, so that the two can be taken apart again.
 */
@Component
public final class Joins {
  private final JdbcClient sql;
  private final Access access;
  private final Endings endings;
  private final Parting parting;
  private final Customers customers;

  Joins(JdbcClient sql, Access access, Endings endings, Parting parting, Customers customers) {
    this.sql = sql;
    this.access = access;
    this.endings = endings;
    this.parting = parting;
    this.customers = customers;
  }

  /**
   * A merge that stands.
   *
   * @param survivor the case that stands for the duplicate
   * @param at when it was merged
   */
  public record Merge(long settlement, long duplicate, long survivor, Instant at) {}

  /**
   * Merges a case into another one; nothing happens when it is merged there already.
   *
   * @param samePerson the colleague declares that both customers are one
   * @throws Refusal when the other case is closed or may not be worked on, or the customers differ
   *     and nobody has declared them one
   */
  public void merge(long duplicate, long survivor, String words, boolean samePerson, Viewer by) {
    access
        .acts()
        .run(() -> {
          if (duplicate == survivor) {
            throw new Refusal("survivor", "cases.refusal.no-survivor");
          }
          Case seen = access.see(duplicate, by);
          access.permits().require(by, Permission.SETTLE, seen.scope(), seen.asSubject());
          if (merged(duplicate).filter(merge -> merge.survivor() == survivor).isPresent()) {
            return;
          }
          access.lockSurvivor(duplicate, survivor, by);
          access.work(
              duplicate,
              Permission.SETTLE,
              by,
              matter -> merge(matter, survivor, words, samePerson, by));
        });
  }

  private void merge(Case matter, long survivor, String words, boolean samePerson, Viewer by) {
    Case into = access.rows().get(survivor);
    long person = customers.standing(matter.customerId());
    boolean declared = declareOne(matter, into, samePerson, by);
    Settling how = new Settling(Outcome.DUPLICATE, words, null, null, survivor, null, null, null);
    endings.settle(matter, how, by, access.now());
    Merge merge = merged(matter.id()).orElseThrow();
    if (declared) {
      note(merge, person, customers.standing(person));
    }
    access.tell("case.merged", into, by.actor(), Map.of("duplicate", matter.id()));
  }

  /** False when they are one already. */
  private boolean declareOne(Case matter, Case into, boolean samePerson, Viewer by) {
    long duplicate = customers.standing(matter.customerId());
    long survivor = customers.standing(into.customerId());
    if (duplicate == survivor) {
      return false;
    }
    if (!samePerson) {
      throw new Refusal(
          "same_person",
          "cases.refusal.other-customer",
          customers.customer(survivor).name(),
          customers.customer(duplicate).name());
    }
    customers.merge(survivor, duplicate, by.actor());
    return true;
  }

  private void note(Merge merge, long duplicate, long survivor) {
    sql.sql(
            """
            insert into case_same_person (settlement_id, duplicate_id, survivor_id)
            values (:id, :duplicate, :survivor)
            """)
        .param("id", merge.settlement())
        .param("duplicate", duplicate)
        .param("survivor", survivor)
        .update();
  }

  /**
   * Takes a merge apart. Each case owes its own again, and has a next moment; what was said and
   * promised in the survivor meanwhile stays there. Customers who were declared one with this merge
   * are two again.
   *
   * @param next what happens next in the case that is taken out; without words it is what it owes,
   *     or a look of our own
   * @throws Refusal when it is not merged
   */
  public void unmerge(long duplicate, Draft next, Viewer by) {
    access
        .acts()
        .run(() -> {
          access.see(duplicate, by);
          Merge merge = merged(duplicate).orElseThrow(Joins::notMerged);
          Case holder = lockBoth(merge);
          Case matter = access.rows().lock(duplicate);
          access.permits().require(by, Permission.REOPEN, holder.scope(), holder.asSubject());
          access.permits().require(by, Permission.REOPEN, matter.scope(), matter.asSubject());
          if (merged(duplicate).isEmpty()) {
            throw notMerged();
          }
          parting.part(merge, holder, matter, next, by);
          sameNoMore(merge, by);
          Map<String, Long> payload = Map.of("duplicate", duplicate, "survivor", holder.id());
          access.tell("case.unmerged", matter, by.actor(), payload);
          access.tell("case.unmerged", holder, by.actor(), payload);
        });
  }

  /** The older first; the case that stands for the survivor by now holds what was passed. */
  private Case lockBoth(Merge merge) {
    if (merge.duplicate() < merge.survivor()) {
      access.rows().lock(merge.duplicate());
    }
    return access.rows().lockStanding(merge.survivor()).orElseThrow(Joins::notMerged);
  }

  private void sameNoMore(Merge merge, Viewer by) {
    Optional<Long> declared =
        sql.sql("select duplicate_id from case_same_person where settlement_id = :id")
            .param("id", merge.settlement())
            .query(Long.class)
            .optional();
    declared
        .filter(customer -> customers.standing(customer) != customer)
        // Other cases of theirs were merged too: they stay one until those are apart.
        .filter(customer -> customers.tied(customer).isEmpty())
        .ifPresent(customer -> customers.unmerge(customer, by.actor()));
  }

  /** The merge of a case that stands; empty when it stands for itself. */
  public Optional<Merge> merged(long caseId) {
    return sql.sql(
            """
            select id, case_id, survivor_id, settled_at from settlement
            where case_id = :case and outcome = 'duplicate' and undone_at is null
            """)
        .param("case", caseId)
        .query((rs, n) ->
            new Merge(
                rs.getLong("id"),
                rs.getLong("case_id"),
                rs.getLong("survivor_id"),
                Sql.instant(rs, "settled_at")))
        .optional();
  }

  private static Refusal notMerged() {
    return new Refusal("", "cases.refusal.not-merged");
  }

  /** Gives each side its own, and both a next moment. */
  @Component
  static final class Parting {
    private final NextMoment nextMoment;
    private final Closures closures;
    private final Answers answers;
    private final Brands brands;

    Parting(NextMoment nextMoment, Closures closures, Answers answers, Brands brands) {
      this.nextMoment = nextMoment;
      this.closures = closures;
      this.answers = answers;
      this.brands = brands;
    }

    void part(Merge merge, Case holder, Case matter, Draft next, Viewer by) {
      nextMoment.passBack(merge.settlement(), holder, matter, by.actor());
      String words = next.words();
      Instant dueAt = next.dueAt();
      if (words != null && !words.isBlank()) {
        nextMoment.promise(matter, Promise.Kind.CONTACT, words, required(dueAt), by.actor());
      }
      answers.lookIfNothingIsOwed(matter, brands.of(matter.brandId()), by.actor());
      closures.reopen(matter, next.text(), by.actor());
      if (!holder.closed()) {
        answers.lookIfNothingIsOwed(holder, brands.of(holder.brandId()), by.actor());
        nextMoment.point(holder.id());
      }
    }

    private static Instant required(@Nullable Instant dueAt) {
      if (dueAt == null) {
        throw new Refusal("by", "cases.refusal.no-moment");
      }
      return dueAt;
    }
  }
}
