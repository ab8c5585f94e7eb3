package amends.staff;

import java.util.Locale;

/** What somebody is here. A role is granted for one brand or all, and for one team or all. */
public enum Role {
  AGENT,
  LEAD,
  MANAGER,
  ADMINISTRATOR;

  /** As it stands in the database, the journal and forms. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * @throws IllegalArgumentException when there is no such role
   */
  public static Role of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
