package amends.app.demo;

import amends.shared.Actor;
import amends.staff.Brand;
import amends.staff.DemoSignIns.DemoSignIn;
import amends.staff.FirstStart;
import amends.staff.Grant;
import amends.staff.NewBrand;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The people of Fernhill. Their passwords are no secret: they open nothing but a demo. */
final class Cast {
  private record Part(String name, Role role, @Nullable String team, String password) {
    String email() {
      return name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@fernhill.example";
    }
  }

  private static final String HOME = "Home";
  private static final String WORKSHOP = "Workshop";
  private static final List<Part> PARTS =
      List.of(
          new Part("Priya Nair", Role.AGENT, HOME, "priya-at-fernhill"),
          new Part("Tom Okafor", Role.AGENT, HOME, "tom-at-fernhill"),
          new Part("Hanna Lindqvist", Role.LEAD, HOME, "hanna-at-fernhill"),
          new Part("Sam Whitlock", Role.AGENT, WORKSHOP, "sam-at-fernhill"),
          new Part("Morgan Hale", Role.MANAGER, null, "morgan-at-fernhill"),
          new Part("Ada Birch", Role.ADMINISTRATOR, null, "ada-at-fernhill"));

  final Brand brand;
  final Team home;
  final Team workshop;
  private final Map<String, Viewer> viewers = new HashMap<>();

  private Cast(Brand brand, Team home, Team workshop) {
    this.brand = brand;
    this.home = home;
    this.workshop = workshop;
  }

  static boolean isThere(Staff staff) {
    return staff.findByEmail(PARTS.getFirst().email()).isPresent();
  }

  static List<DemoSignIn> signIns() {
    return PARTS.stream()
        .map(part -> new DemoSignIn(part.name(), part.role(), part.email(), part.password()))
        .toList();
  }

  static Cast enter(Staff staff, FirstStart door) {
    NewBrand fernhill = new NewBrand("Fernhill", Post.HELP, Locale.UK, Play.LONDON);
    Cast cast =
        new Cast(
            staff.addBrand(fernhill, Actor.SYSTEM),
            staff.addTeam(HOME, null, Actor.SYSTEM),
            staff.addTeam(WORKSHOP, null, Actor.SYSTEM));
    PARTS.forEach(part -> cast.enter(part, staff, door));
    return cast;
  }

  private void enter(Part part, Staff staff, FirstStart door) {
    Person person =
        staff.add(new NewPerson(part.name(), part.email(), Locale.UK, Play.LONDON), Actor.SYSTEM);
    if (part.team() == null) {
      staff.grant(person.id(), Grant.everywhere(part.role()), Actor.SYSTEM);
      if (part.role() == Role.MANAGER) {
        staff.join(person.id(), home.id(), Actor.SYSTEM);
        staff.join(person.id(), workshop.id(), Actor.SYSTEM);
      }
    } else {
      long team = part.team().equals(HOME) ? home.id() : workshop.id();
      staff.join(person.id(), team, Actor.SYSTEM);
      staff.grant(person.id(), Grant.inTeam(part.role(), team), Actor.SYSTEM);
    }
    String link = door.invite(person.id(), Actor.SYSTEM);
    String token = link.substring(link.lastIndexOf('/') + 1);
    door.accept(token, part.name(), part.email(), part.password());
    viewers.put(part.name(), staff.viewer(person.id()).orElseThrow());
  }

  Viewer priya() {
    return viewer("Priya Nair");
  }

  Viewer tom() {
    return viewer("Tom Okafor");
  }

  Viewer hanna() {
    return viewer("Hanna Lindqvist");
  }

  Viewer sam() {
    return viewer("Sam Whitlock");
  }

  /** Sees every case, whoever's it is. */
  Viewer morgan() {
    return viewer("Morgan Hale");
  }

  Viewer ada() {
    return viewer("Ada Birch");
  }

  private Viewer viewer(String name) {
    return Objects.requireNonNull(viewers.get(name));
  }
}
