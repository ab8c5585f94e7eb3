package amends.remedies;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Money;
import amends.shared.Subject;
import amends.staff.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Costs by cause, budgets, and whether like cases got like remedies. */
class FiguresTest extends Righting {
  private static final Instant ALWAYS = Instant.parse("2020-01-01T00:00:00Z");
  private static final Instant FOR_EVER = Instant.parse("2040-01-01T00:00:00Z");

  private RemedyGrant because(String cause, long minor) {
    return remedies.grant(matter(), pounds(minor).because(cause, Severity.GRAVE), "", mira);
  }

  @Test
  void whatLikeCasesReceivedIsTheirMedianAndSpread() {
    causes.keep("leaks", "It leaks", world.admin.actor());
    for (long minor : new long[] {1_000, 2_000, 3_000, 4_000, 9_000}) {
      because("leaks", minor);
    }
    Fairness.Like like = fairness.like("leaks", Severity.GRAVE, "GBP");
    assertThat(like.count()).isEqualTo(5);
    assertThat(like.median()).isEqualTo(3_000);
    assertThat(like.lower()).isEqualTo(2_000);
    assertThat(like.upper()).isEqualTo(4_000);
    assertThat(like.kinds()).containsExactly(Remedy.Kind.REFUND);
    assertThat(fairness.like("leaks", Severity.SMALL, "GBP").count()).isZero();
    assertThat(fairness.like(null, Severity.SMALL, "GBP").count()).isZero();
  }

  @Test
  void aGroupIsFlaggedOutsideTheBandOnlyWhenItIsLargeEnough() {
    causes.keep("late", "It is late", world.admin.actor());
    for (int i = 0; i < 29; i++) {
      because("late", 3_000);
    }
    sql.sql("update remedy_grant set segment = 'company' where cause = 'late'").update();
    for (int i = 0; i < 40; i++) {
      because("late", 1_000);
    }
    assertThat(group("company").flagged()).as("29 are too few").isFalse();
    because("late", 3_000);
    sql.sql(
            "update remedy_grant set segment = 'company' where cause = 'late' and amount_minor = 3000")
        .update();
    assertThat(group("company").ratio()).isEqualTo(3.0);
    assertThat(group("company").flagged()).isTrue();
    assertThat(group("person").flagged()).isFalse();
  }

  private Fairness.Group group(String segment) {
    return fairness.groups(ALWAYS, FOR_EVER).stream()
        .filter(g -> g.cause().equals("late") && g.segment().equals(segment))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void costsAreToldByCauseAndBudgetsWarnWithoutRefusing() {
    causes.keep("tears", "It tears", world.admin.actor());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    costs.set(null, "tears", gbp(5_000), today, null, mira);
    because("tears", 4_000);
    RemedyGrant second = because("tears", 3_000);
    Costs.Budget budget =
        costs.budgets().stream().filter(b -> "tears".equals(b.cause())).findFirst().orElseThrow();
    assertThat(budget.spent()).isEqualTo(gbp(7_000));
    failed(second);
    assertThat(costs.byCause(ALWAYS, FOR_EVER)).contains(new Costs.ByCause("tears", 1, gbp(4_000)));
    assertThat(
            refused(() -> costs.set(Subject.of("case", 1), "tears", gbp(1), today, null, mira))
                .key())
        .isEqualTo("remedies.refusal.budget-for");
    assertThat(
            refused(() -> costs.set(null, "tears", new Money(0, "GBP"), today, null, mira)).key())
        .isEqualTo("remedies.refusal.negative");
  }

  @Test
  void theCatalogueEndsAndBeginsAnewAndKnowsBrandAndCountry() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    Remedy old = remedy("wash", Remedy.Kind.REPAIR, gbp(900));
    NewRemedy draft = draft("wash", Remedy.Kind.REPAIR, false, gbp(1_100), List.of());
    Remedy anew =
        catalogue.add(
            new NewRemedy(
                draft.code(),
                draft.kind(),
                false,
                0,
                0,
                3,
                draft.cost(),
                null,
                null,
                null,
                today,
                null,
                draft.words(),
                draft.parts()),
            world.admin.actor());
    assertThat(catalogue.get(old.id()).to()).isEqualTo(today);
    Matter matter =
        new Matter(
            Subject.of("case", 1),
            1,
            world.brand.id(),
            world.home.id(),
            Scope.HOUSE,
            false,
            null,
            null,
            null);
    assertThat(catalogue.forMatter(matter)).contains(anew).doesNotContain(old);
    catalogue.end(anew.id(), today.plusDays(1), world.admin.actor());
    clock.pass(Duration.ofDays(2));
    assertThat(catalogue.forMatter(matter)).doesNotContain(catalogue.get(anew.id()));
    assertThat(refused(() -> remedy("Bad Code", Remedy.Kind.REPAIR, gbp(1))).field())
        .isEqualTo("code");
    assertThat(refused(() -> remedy("cheap", Remedy.Kind.REPAIR, null)).field()).isEqualTo("cost");
    assertThat(refused(() -> remedy("fixed", Remedy.Kind.REFUND, gbp(1))).field())
        .isEqualTo("cost");
  }
}
