package amends.remedies;

import amends.remedies.Limit.OfPerson;
import amends.remedies.Limit.OfRole;
import amends.remedies.Limit.OfTeam;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Permits;
import amends.staff.Scope;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import java.util.Currency;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a limit that is to be set must be like, and who may grant an emergency's. */
@Component
final class NewLimits {
  private static final int LEAST_MINUTES = 15;
  private static final int MOST_MINUTES = 14_400;

  private final Staff staff;
  private final Permits permits;
  private final Matters matters;

  NewLimits(Staff staff, Permits permits, Matters matters) {
    this.staff = staff;
    this.permits = permits;
    this.matters = matters;
  }

  void check(NewLimit limit) {
    checkCurrency(limit.currency());
    checkBound(limit.perGrant(), "per_grant");
    checkBound(limit.perMatter(), "per_matter");
    checkBound(limit.perDay(), "per_day");
    checkBound(limit.perPeriod(), "per_period");
    boolean contradicts =
        Stream.of(limit.perMatter(), limit.perDay(), limit.perPeriod())
            .anyMatch(bound -> bound != null && bound < limit.perGrant());
    if (contradicts) {
      throw new Refusal("per_grant", "remedies.refusal.bounds");
    }
    if (limit.answerMinutes() < LEAST_MINUTES || limit.answerMinutes() > MOST_MINUTES) {
      throw new Refusal("answer_minutes", "remedies.refusal.answer-minutes");
    }
    checkHolder(limit.holder());
  }

  private static void checkCurrency(String currency) {
    try {
      Currency.getInstance(currency);
    } catch (IllegalArgumentException unknown) {
      throw new Refusal("currency", "remedies.refusal.currency");
    }
  }

  private static void checkBound(@Nullable Long bound, String field) {
    if (bound != null && bound < 0) {
      throw new Refusal(field, "remedies.refusal.negative");
    }
  }

  private void checkHolder(Limit.Holder holder) {
    boolean known =
        switch (holder) {
          case OfPerson(long person) -> staff.viewer(person).isPresent();
          case OfTeam(long team) -> staff.teams().stream().anyMatch(t -> t.id() == team);
          case OfRole of -> true;
        };
    if (!known) {
      throw new Refusal("holder", "remedies.refusal.holder");
    }
  }

  /** A lead of the team, or of where the matter belongs. */
  void mayGrant(Subject only, Viewer by) {
    if (only.kind().equals("team")) {
      Team team = staff.team(only.id());
      permits.require(by, Permission.BACK_REMEDY, Scope.ofTeam(team.id(), team.brandId()), only);
    } else {
      matters.permitted(only, Permission.BACK_REMEDY, by);
    }
  }

  boolean mayArrange(Viewer by) {
    return permits.may(by, Permission.ARRANGE_REMEDIES);
  }

  /** Where it is for: a matter, or any of a team. */
  Matter where(Subject only) {
    if (!only.kind().equals("team")) {
      return matters.find(only).orElseThrow(() -> new NotFound(only));
    }
    Team team = staff.team(only.id());
    Long brand = team.brandId();
    Scope scope = Scope.ofTeam(team.id(), brand);
    long ofBrand = brand == null ? 0 : brand;
    return new Matter(only, 0, ofBrand, team.id(), scope, false, null, null, null);
  }
}
