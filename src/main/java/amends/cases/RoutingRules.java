package amends.cases;

import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Permission;
import amends.staff.Skills;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The rules of routing, in the order in which they are asked. They are for the whole house, so only
 * who arranges everything changes them. A rule that could never work, or would catch everything, is
 * not kept.
 */
@Component
public final class RoutingRules {
  private static final int LONGEST_NAME = 60;
  private static final int MOST = 200;

  private final RoutingRows rows;
  private final Access access;
  private final Fields fields;
  private final Staff staff;
  private final Skills skills;

  RoutingRules(RoutingRows rows, Access access, Fields fields, Staff staff, Skills skills) {
    this.rows = rows;
    this.access = access;
    this.fields = fields;
    this.staff = staff;
    this.skills = skills;
  }

  public List<RoutingRule> all() {
    return rows.all();
  }

  /**
   * @throws NotFound when there is none
   */
  public RoutingRule get(long id) {
    return rows.all().stream()
        .filter(rule -> rule.id() == id)
        .findFirst()
        .orElseThrow(() -> new NotFound(Subject.of("routing_rule", id)));
  }

  /**
   * Adds a rule behind all others, or changes one; either way it does not work until it was tried
   * and switched on.
   *
   * @throws Refusal when it would catch everything, could never work, or does nothing
   */
  public long keep(RoutingRule rule, Viewer by) {
    access.permits().require(by, Permission.ARRANGE_DESK);
    return access
        .acts()
        .call(() -> {
          List<RoutingRule> all = rows.all();
          refuseEmpty(rule, all);
          refuseAll(rule.when());
          refuseNever(rule.when());
          refuseOutcome(rule.then());
          refuseStarved(with(rule, all));
          long id = rows.keep(rule, access.now());
          tell(rule.id() == 0 ? "policy.rule_added" : "policy.rule_changed", id, by);
          return id;
        });
  }

  /** One place earlier or later. */
  public void move(long id, boolean earlier, Viewer by) {
    access.permits().require(by, Permission.ARRANGE_DESK);
    access
        .acts()
        .run(() -> {
          List<RoutingRule> all = new ArrayList<>(rows.all());
          int at = all.indexOf(get(id));
          int to = earlier ? at - 1 : at + 1;
          if (to < 0 || to >= all.size()) {
            return;
          }
          Collections.swap(all, at, to);
          refuseStarved(all);
          for (int i = 0; i < all.size(); i++) {
            rows.move(all.get(i).id(), i + 1);
          }
          tell("policy.rule_moved", id, by);
        });
  }

  /** A sample was caught by it, as it stands now. */
  public void tried(long id, Viewer by) {
    access.permits().require(by, Permission.ARRANGE_DESK);
    if (!get(id).tried()) {
      access
          .acts()
          .run(() -> {
            rows.mark(id, "tried_at", access.now());
            tell("policy.rule_tried", id, by);
          });
    }
  }

  /**
   * @throws Refusal when no sample was caught by it since it was changed
   */
  public void switchOn(long id, Viewer by) {
    access.permits().require(by, Permission.ARRANGE_DESK);
    RoutingRule rule = get(id);
    if (!rule.tried()) {
      throw new Refusal("", "cases.routing.refuse.untried", rule.name());
    }
    refuseNever(rule.when());
    refuseOutcome(rule.then());
    mark(id, "on_at", "policy.rule_on", by, true);
  }

  public void switchOff(long id, Viewer by) {
    mark(id, "on_at", "policy.rule_off", by, false);
  }

  /** It is there no more; what it has decided stays to be read. */
  public void end(long id, Viewer by) {
    mark(id, "ended_at", "policy.rule_ended", by, true);
  }

  private void mark(long id, String column, String kind, Viewer by, boolean now) {
    access.permits().require(by, Permission.ARRANGE_DESK);
    get(id);
    access
        .acts()
        .run(() -> {
          rows.mark(id, column, now ? access.now() : null);
          tell(kind, id, by);
        });
  }

  private static List<RoutingRule> with(RoutingRule rule, List<RoutingRule> all) {
    List<RoutingRule> order = new ArrayList<>(all);
    if (rule.id() == 0) {
      order.add(rule);
    } else {
      order.replaceAll(other -> other.id() == rule.id() ? rule : other);
    }
    return order;
  }

  private static void refuseEmpty(RoutingRule rule, List<RoutingRule> all) {
    if (rule.name().isBlank() || rule.name().length() > LONGEST_NAME) {
      throw new Refusal("name", "cases.routing.refuse.name", LONGEST_NAME);
    }
    if (all.stream().anyMatch(r -> r.id() != rule.id() && r.name().equalsIgnoreCase(rule.name()))) {
      throw new Refusal("name", "cases.routing.refuse.name-taken", rule.name());
    }
    if (rule.id() == 0 && all.size() >= MOST) {
      throw new Refusal("name", "cases.routing.refuse.many", MOST);
    }
  }

  private void refuseAll(RoutingRule.When when) {
    RoutingRule.When elsewhere =
        new RoutingRule.When(
            null,
            when.language(),
            when.channel(),
            when.words(),
            when.productId(),
            when.fieldId(),
            when.fieldValue(),
            when.need(),
            when.harm(),
            when.tag());
    if (RoutingLogic.asksNothing(elsewhere)
        && (when.brandId() == null || staff.brands().size() == 1)) {
      throw new Refusal("", "cases.routing.refuse.everything");
    }
  }

  private void refuseNever(RoutingRule.When when) {
    if (!when.words().isEmpty() && RoutingLogic.words(when.words()).isEmpty()) {
      throw new Refusal("words", "cases.routing.refuse.words");
    }
    Long brand = when.brandId();
    if (brand != null && staff.brands().stream().noneMatch(b -> b.id() == brand)) {
      throw new Refusal("brand", "cases.routing.refuse.brand");
    }
    Long fieldId = when.fieldId();
    if (fieldId != null) {
      refuseNever(fields.get(fieldId), when);
    }
  }

  private static void refuseNever(Field field, RoutingRule.When when) {
    Long brand = field.brandId();
    if (field.retired()
        || (brand != null && when.brandId() != null && !brand.equals(when.brandId()))) {
      throw new Refusal("field", "cases.routing.refuse.field", field.name());
    }
    if (!when.fieldValue().isEmpty() && !FieldMatch.fits(field, when.fieldValue())) {
      throw new Refusal(
          "field_value", "cases.routing.refuse.value", when.fieldValue(), field.name());
    }
  }

  private void refuseOutcome(RoutingRule.Then then) {
    if (then.teamId() == null && then.skillId() == null && then.answerMinutes() == null) {
      throw new Refusal("team", "cases.routing.refuse.nothing");
    }
    if (then.teamId() != null && !staff.teamIsStaffed(then.teamId())) {
      throw new Refusal("team", "cases.refusal.team-empty", staff.team(then.teamId()).name());
    }
    Long skill = then.skillId();
    if (skill != null && skills.all().stream().noneMatch(s -> s.id() == skill && s.people() > 0)) {
      throw new Refusal("skill", "cases.routing.refuse.skill");
    }
  }

  private static void refuseStarved(List<RoutingRule> order) {
    for (int later = 1; later < order.size(); later++) {
      RoutingRule starved = order.get(later);
      RoutingRule eater = eater(order.subList(0, later), starved);
      if (eater != null) {
        throw new Refusal("", "cases.routing.refuse.starved", eater.name(), starved.name());
      }
    }
  }

  private static @Nullable RoutingRule eater(List<RoutingRule> before, RoutingRule rule) {
    return before.stream()
        .filter(earlier -> RoutingLogic.starves(earlier.when(), rule.when()))
        .findFirst()
        .orElse(null);
  }

  private void tell(String kind, long id, Viewer by) {
    access.journal().record(kind, Subject.of("routing_rule", id), by.actor(), Map.of());
  }
}
