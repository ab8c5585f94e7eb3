package amends.promises;

import org.jspecify.annotations.Nullable;

/** Who answers for a promise: a person, or a team whose members share it. */
public record Owner(@Nullable Long person, @Nullable Long team) {
  public Owner {
    if (person == null && team == null) {
      throw new IllegalArgumentException("a promise needs an owner: a person or a team");
    }
  }

  public static Owner person(long id) {
    return new Owner(id, null);
  }

  public static Owner team(long id) {
    return new Owner(null, id);
  }
}
