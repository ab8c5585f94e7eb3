package amends.cases.web;

import amends.cases.Lands;
import amends.goods.Goods;
import amends.goods.Order;
import amends.goods.Unit;
import amends.shared.Countries;
import amends.shared.Refusal;
import amends.staff.Brand;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a new case is about and where it belongs, from what was typed. */
@Component
final class Matters {
  private static final Set<String> CHANNELS =
      Set.of("phone", "email", "letter", "shop", "ourselves");

  private final Staff staff;
  private final Goods goods;
  private final Lands lands;

  Matters(Staff staff, Goods goods, Lands lands) {
    this.staff = staff;
    this.goods = goods;
    this.lands = lands;
  }

  Lands lands() {
    return lands;
  }

  /**
   * The country that somebody typed, by its letters or its name; null for none.
   *
   * @throws Refusal of the field {@code country} when there is no such country
   */
  static @Nullable String country(String typed, Locale language) {
    return typed.isBlank()
        ? null
        : Countries.read(typed, language)
            .orElseThrow(() -> new Refusal("country", "cases.refusal.country"));
  }

  /** Whose it is; {@code ownerId} is null when the team shares it. */
  record Place(Brand brand, long teamId, @Nullable Long ownerId) {}

  Place place(String owner, Viewer by) {
    String chosen = owner.isBlank() ? "person:" + by.id() : owner;
    if (!chosen.matches("(person|team):\\d{1,18}")) {
      throw new Refusal("owner", "cases.refusal.owner");
    }
    long id = Long.parseLong(chosen.substring(chosen.indexOf(':') + 1));
    return chosen.startsWith("team") ? ofTeam(id) : ofPerson(id);
  }

  private Place ofTeam(long id) {
    Team team =
        staff.teams().stream()
            .filter(t -> t.id() == id)
            .findFirst()
            .orElseThrow(() -> new Refusal("owner", "cases.refusal.owner"));
    if (!staff.teamIsStaffed(id)) {
      throw new Refusal("owner", "cases.refusal.team-empty", team.name());
    }
    return new Place(brand(team), id, null);
  }

  private Place ofPerson(long id) {
    if (staff.find(id).filter(Person::active).isEmpty()) {
      throw new Refusal("owner", "cases.refusal.owner-gone");
    }
    List<Long> shares = staff.teamsOf(id).stream().sorted().toList();
    Team team = shares.isEmpty() ? anyTeam() : staff.team(shares.getFirst());
    return new Place(brand(team), team.id(), id);
  }

  private Team anyTeam() {
    return staff
        .defaultBrand()
        .flatMap(brand -> staff.teamFor(brand.id()))
        .orElseThrow(() -> new Refusal("owner", "cases.refusal.no-team"));
  }

  private Brand brand(Team team) {
    Long own = team.brandId();
    return own != null
        ? staff.brand(own)
        : staff.defaultBrand().orElseThrow(() -> new Refusal("owner", "cases.refusal.no-team"));
  }

  String channel(String typed) {
    if (!CHANNELS.contains(typed)) {
      throw new Refusal("channel", "cases.refusal.channel");
    }
    return typed;
  }

  @Nullable Long order(String typed) {
    if (typed.isBlank()) {
      return null;
    }
    return goods
        .order(typed.strip())
        .map(Order::id)
        .orElseThrow(() -> new Refusal("order", "cases.refusal.order", typed.strip()));
  }

  @Nullable Long unit(String typed) {
    if (typed.isBlank()) {
      return null;
    }
    return goods
        .unit(typed.strip())
        .map(Unit::id)
        .orElseThrow(() -> new Refusal("unit", "cases.refusal.unit", typed.strip()));
  }
}
