package amends.staff;

import amends.shared.Refusal;
import java.time.ZoneId;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Somebody who is about to become a colleague.
 *
 * @throws Refusal of the field {@code name} or {@code email} when it cannot be one
 */
public record NewPerson(String name, String email, Locale locale, ZoneId zone) {
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_EMAIL = 254;
  private static final Pattern EMAIL = Pattern.compile("[^\\s@<>\"(),;]+@[^\\s@<>\"(),;]+");

  public NewPerson {
    name = name.strip();
    email = email.strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Refusal("name", "staff.refused.name");
    }
    if (email.length() > LONGEST_EMAIL || !EMAIL.matcher(email).matches()) {
      throw new Refusal("email", "staff.refused.email");
    }
  }
}
