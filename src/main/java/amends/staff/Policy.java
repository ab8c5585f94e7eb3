package amends.staff;

import static amends.staff.Permission.ARRANGE_DESK;
import static amends.staff.Permission.ARRANGE_REMEDIES;
import static amends.staff.Permission.BACK_REMEDY;
import static amends.staff.Permission.BROADCAST;
import static amends.staff.Permission.BROADCAST_WIDELY;
import static amends.staff.Permission.GRANT_REMEDY;
import static amends.staff.Permission.HOLD_MAIL;
import static amends.staff.Permission.JOIN_CUSTOMERS;
import static amends.staff.Permission.KEEP_DATA;
import static amends.staff.Permission.KEEP_DESK;
import static amends.staff.Permission.OPEN_CASE;
import static amends.staff.Permission.PAY_REMEDY;
import static amends.staff.Permission.PLAN_DUTY;
import static amends.staff.Permission.REOPEN;
import static amends.staff.Permission.SEE_CASE;
import static amends.staff.Permission.SEE_CATCHER;
import static amends.staff.Permission.SEE_CUSTOMERS;
import static amends.staff.Permission.SEE_HEALTH;
import static amends.staff.Permission.SEE_PEOPLE;
import static amends.staff.Permission.SETTLE;
import static amends.staff.Permission.STOP_GOODS;
import static amends.staff.Permission.STOP_REMEDY;
import static amends.staff.Permission.WORK_CASE;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who may do what. The whole policy; {@link Permits} only reads it. */
final class Policy {
  private Policy() {}

  /** A role may do these things, as far as it reaches. */
  record Rule(Role role, Set<Permission> may) {}

  private static final Set<Permission> FRONT_LINE =
      EnumSet.of(
          SEE_CASE,
          WORK_CASE,
          SETTLE,
          REOPEN,
          GRANT_REMEDY,
          OPEN_CASE,
          JOIN_CUSTOMERS,
          HOLD_MAIL,
          SEE_CUSTOMERS,
          SEE_HEALTH,
          SEE_CATCHER);
  private static final Set<Permission> OVERSIGHT =
      EnumSet.of(
          SEE_PEOPLE,
          KEEP_DESK,
          PLAN_DUTY,
          BROADCAST,
          BACK_REMEDY,
          STOP_REMEDY,
          PAY_REMEDY,
          STOP_GOODS);

  static final List<Rule> RULES =
      List.of(
          new Rule(Role.AGENT, FRONT_LINE),
          new Rule(Role.LEAD, FRONT_LINE),
          new Rule(Role.LEAD, OVERSIGHT),
          new Rule(Role.MANAGER, FRONT_LINE),
          new Rule(Role.MANAGER, OVERSIGHT),
          new Rule(
              Role.MANAGER,
              EnumSet.of(KEEP_DATA, ARRANGE_DESK, BROADCAST_WIDELY, ARRANGE_REMEDIES)),
          new Rule(Role.ADMINISTRATOR, EnumSet.allOf(Permission.class)));

  /** Whoever owns a case may do these things with it, wherever it belongs. */
  static final Set<Permission> OWNER =
      EnumSet.of(SEE_CASE, WORK_CASE, SETTLE, REOPEN, GRANT_REMEDY);

  static boolean allows(Role role, Permission permission) {
    return RULES.stream().anyMatch(r -> r.role() == role && r.may().contains(permission));
  }
}
