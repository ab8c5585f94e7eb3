package amends.staff.provider;

import java.io.Serializable;
import java.util.List;

/**
 * Who somebody is at the provider, as a token says that was checked.
 *
 * @param email empty when there is none
 * @param verified the provider has seen that the address is this person's
 * @param groups the values of the claim that roles are taken from
 */
public record Account(
    String issuer, String subject, String name, String email, boolean verified, List<String> groups)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  public Account {
    groups = List.copyOf(groups);
  }
}
