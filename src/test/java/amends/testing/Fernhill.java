package amends.testing;

import amends.cases.NewCase;
import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Stranger;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.staff.Brand;
import amends.staff.Grant;
import amends.staff.NewBrand;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;

/**
 * The named world of the tests: Fernhill sells, delivers and repairs things for the home. Priya and
 * Tom answer in team Home under their lead Hanna; Sam sits in the workshop and sees nothing of it.
 */
public final class Fernhill {
  public static final ZoneId LONDON = ZoneId.of("Europe/London");

  private final Staff staff;
  private final Customers customers;
  public final Brand brand;
  public final Team home;
  public final Team workshop;
  public final Viewer priya;
  public final Viewer tom;
  public final Viewer hanna;
  public final Viewer sam;
  public final Viewer admin;

  /** Adds everybody to an empty database. */
  public Fernhill(Staff staff, Customers customers) {
    this.staff = staff;
    this.customers = customers;
    brand =
        staff.addBrand(
            new NewBrand("Fernhill", "help@fernhill.example", Locale.UK, LONDON), Actor.SYSTEM);
    home = staff.addTeam("Home", null, Actor.SYSTEM);
    workshop = staff.addTeam("Workshop", null, Actor.SYSTEM);
    priya = person("Priya Nair", Role.AGENT, home);
    tom = person("Tom Okafor", Role.AGENT, home);
    hanna = person("Hanna Lindqvist", Role.LEAD, home);
    sam = person("Sam Whitlock", Role.AGENT, workshop);
    admin = administrator();
  }

  public Customer ruth() {
    return customer("Ruth Adeyemi", "ruth@adeyemi.example");
  }

  public Customer oskar() {
    return customer("Oskar Nyström", "oskar@nystrom.example");
  }

  /** The customer of that address; met when nobody had met them before. */
  public Customer customer(String name, String address) {
    return customers.meet(
        Stranger.person(name, Channel.EMAIL, address, Locale.UK, LONDON), Actor.SYSTEM);
  }

  private Viewer person(String name, Role role, Team team) {
    Person person = added(name);
    staff.join(person.id(), team.id(), Actor.SYSTEM);
    staff.grant(person.id(), Grant.inTeam(role, team.id()), Actor.SYSTEM);
    return viewer(person);
  }

  private Viewer administrator() {
    Person person = added("Ada Birch");
    staff.grant(person.id(), Grant.everywhere(Role.ADMINISTRATOR), Actor.SYSTEM);
    return viewer(person);
  }

  private Person added(String name) {
    String address = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@fernhill.example";
    return staff.add(new NewPerson(name, address, Locale.UK, LONDON), Actor.SYSTEM);
  }

  private Viewer viewer(Person person) {
    return staff.viewer(person.id()).orElseThrow();
  }

  /** Ruth's, heard of on the phone and Priya's; a word is promised within three hours. */
  public NewCase brokenJug(Instant now) {
    return new NewCase(
        brand.id(),
        home.id(),
        priya.id(),
        ruth().id(),
        "phone",
        "The jug arrived broken",
        "It was in two pieces.",
        null,
        null,
        null,
        true,
        Promise.Kind.CONTACT,
        "we bring a new jug",
        now.plus(Duration.ofHours(3)),
        priya.actor());
  }
}
