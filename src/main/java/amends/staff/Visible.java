package amends.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a viewer may see, for lists and counts.
 *
 * @param personId whose own cases are always visible
 * @param everything no limit at all
 * @param teams every case of these teams
 * @param brands every case of these brands
 * @param pairs cases of a team that are about a brand
 */
public record Visible(
    long personId, boolean everything, List<Long> teams, List<Long> brands, List<Pair> pairs) {

  private static final int FEW_TEAMS = 3;

  /** A team, and only what is about one brand. */
  public record Pair(long teamId, long brandId) {}

  static Visible of(long personId, List<Grant> grants) {
    List<Long> teams = new ArrayList<>();
    List<Long> brands = new ArrayList<>();
    List<Pair> pairs = new ArrayList<>();
    for (Grant grant : grants) {
      Long team = grant.teamId();
      Long brand = grant.brandId();
      if (team != null && brand != null) {
        pairs.add(new Pair(team, brand));
      } else if (team != null) {
        teams.add(team);
      } else if (brand != null) {
        brands.add(brand);
      }
    }
    boolean everything = grants.stream().anyMatch(Grant::isEverywhere);
    return new Visible(
        personId, everything, List.copyOf(teams), List.copyOf(brands), List.copyOf(pairs));
  }

  /**
   * A condition over three columns of the statement that it is put into, for example {@code
   * where("c.owner_id", "c.team_id", "c.brand_id", "c.named_only")}; give the statement {@link
   * #params()} too. It holds no alternative that could not match, so that the plan stays simple.
   *
   * @param named the column of the people who alone may know of a restricted record; null in it
   *     when it is not restricted
   */
  public String where(String owner, String team, String brand, String named) {
    return "(%s is null and %s or :seen_person = any(%s))"
        .formatted(named, unlessRestricted(owner, team, brand), named);
  }

  /**
   * As {@link #where}, over a copy that does not know who is named in what is restricted: for
   * narrowing down alone. Whatever it finds must be asked again with {@link #where}.
   */
  public String unlessRestricted(String owner, String team, String brand) {
    return everything ? "true" : "(" + String.join(" or ", ways(owner, team, brand)) + ")";
  }

  private List<String> ways(String owner, String team, String brand) {
    List<String> ways = new ArrayList<>();
    if (!teams.isEmpty()) {
      ways.add(team + " = any(:seen_teams)");
    }
    if (!brands.isEmpty()) {
      ways.add(brand + " = any(:seen_brands)");
    }
    if (!pairs.isEmpty()) {
      ways.add(
          "(%s, %s) in (select * from unnest(cast(:seen_pair_teams as bigint[]), cast(:seen_pair_brands as bigint[])))"
              .formatted(team, brand));
    }
    ways.add(owner + " = :seen_person");
    return ways;
  }

  /**
   * The same as {@link #where} in conditions of which no record meets two: each is short enough to
   * be answered from one index, where a plan for all of them at once looks every record up.
   *
   * @param restricted the column that is true where {@code named} is not null; it stands in indexes
   *     in its place, because names have no bound
   */
  public List<String> apart(
      String owner, String team, String brand, String named, String restricted) {
    List<String> all = new ArrayList<>();
    if (isSmall()) {
      all.add("not %s and %s = any(:seen_teams)".formatted(restricted, team));
      all.add(
          "not %s and %s = :seen_person and (%s = any(:seen_teams)) is not true"
              .formatted(restricted, owner, team));
    } else {
      all.add("not %s and %s".formatted(restricted, unlessRestricted(owner, team, brand)));
    }
    all.add("%s and :seen_person = any(%s)".formatted(restricted, named));
    return all;
  }

  /**
   * Only one's own and what a few teams have: so little that it may be read through, whatever else
   * there is.
   */
  public boolean isSmall() {
    return !everything && brands.isEmpty() && pairs.isEmpty() && teams.size() <= FEW_TEAMS;
  }

  /** The values that {@link #where} names. */
  public Map<String, Object> params() {
    return Map.of(
        "seen_person", personId,
        "seen_teams", teams.toArray(Long[]::new),
        "seen_brands", brands.toArray(Long[]::new),
        "seen_pair_teams", pairs.stream().map(Pair::teamId).toArray(Long[]::new),
        "seen_pair_brands", pairs.stream().map(Pair::brandId).toArray(Long[]::new));
  }

  /** The same condition for one record that is at hand. */
  public boolean includes(Scope scope) {
    Set<Long> named = scope.named();
    if (named != null) {
      return named.contains(personId);
    }
    Long team = scope.teamId();
    Long brand = scope.brandId();
    return everything
        || Objects.equals(scope.ownerId(), personId)
        || (team != null && teams.contains(team))
        || (brand != null && brands.contains(brand))
        || (team != null && brand != null && pairs.contains(new Pair(team, brand)));
  }
}
