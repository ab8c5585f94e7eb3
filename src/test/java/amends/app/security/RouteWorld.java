package amends.app.security;

import amends.messages.Held;
import amends.messages.HeldKind;
import amends.messages.Messages;
import amends.messages.email.door.Doorstep;
import amends.shared.Actor;
import amends.shared.Duty;
import amends.staff.Absence;
import amends.staff.Absences;
import amends.staff.ApiTokens;
import amends.staff.Grant;
import amends.staff.NewApiToken;
import amends.staff.NewBrand;
import amends.staff.NewPerson;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Staff;
import amends.staff.Team;
import amends.staff.Viewer;
import amends.testing.AsOwner;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One person of each kind, and something behind each path variable. */
final class RouteWorld {
  static final long NOBODY = -1;
  static final List<String> WHO =
      List.of("nobody", "agent", "agent of another team", "lead", "manager", "administrator");
  private static final Pattern VARIABLE = Pattern.compile("\\{\\*?(\\w+)}");

  private final Makers make;
  final Team team;
  private final List<Long> viewers;
  private int number;
  private long lastCase;
  private long lastCustomer;

  /** The rooms whose things the routes name; add yours. */
  record Makers(
      Staff staff,
      Doorstep door,
      Messages messages,
      List<Duty> duties,
      CaseMaker cases,
      ApiTokens tokens,
      Absences absences) {}

  RouteWorld(Makers make) {
    this.make = make;
    team = make.staff().addTeam("Front line", null, Actor.SYSTEM);
    make.staff()
        .addBrand(
            new NewBrand("House", "help@house.example", Locale.ENGLISH, ZoneId.of("UTC")),
            Actor.SYSTEM);
    Team other = make.staff().addTeam("Workshop", null, Actor.SYSTEM);
    viewers =
        List.of(
            NOBODY,
            person(Grant.inTeam(Role.AGENT, team.id())),
            person(Grant.inTeam(Role.AGENT, other.id())),
            person(Grant.inTeam(Role.LEAD, team.id())),
            person(Grant.everywhere(Role.MANAGER)),
            person(Grant.everywhere(Role.ADMINISTRATOR)));
    // The first message of a fresh database, about a case of the team: number 1.
    arrive("ann@customer.example", "");
  }

  List<Long> viewers() {
    return viewers;
  }

  String filled(String route) {
    Matcher matcher = VARIABLE.matcher(route);
    return matcher.replaceAll(m -> Matcher.quoteReplacement(sample(route, m.group(1))));
  }

  /** Made anew for each request, because a request may end it. Cases are of the team. */
  private String sample(String route, String variable) {
    return switch (route.substring(1).split("/", -1)[0] + " " + variable) {
      case "people id" -> String.valueOf(person(Grant.inTeam(Role.AGENT, team.id())));
      case "cases id" -> {
        lastCase = make.cases().caseOf(team, administrator());
        yield String.valueOf(lastCase);
      }
      case "cases part" -> String.valueOf(make.cases().promiseOf(lastCase, administrator()));
      case "customers id" -> {
        lastCustomer = make.cases().customerOf(team, administrator());
        yield String.valueOf(lastCustomer);
      }
      case "customers part" -> String.valueOf(make.cases().contactOf(lastCustomer));
      case "brands id", "calendars id", "mail-servers brand" -> "1";
      case "cadences id" -> "999";
      case "held id" -> String.valueOf(held());
      case "held number", "messages id" -> "1";
      case "attachments link" -> "AAAAAAAAAAAAAAAAAAAAAA";
      case "c token", "c file", "report token", "unsubscribe token" -> "AAAAAAAAAAAAAAAAAAAAAA";
      case "report brand", "our-promises brand" -> "house";
      case "cases number" -> "1";
      case "first-start token" -> "AAAAAAAAAAAAAAAAAAAAAA";
      case "catcher id", "cases message", "views id", "rounds id", "profile id", "profile key" ->
          "1";
      case "absences id" -> String.valueOf(absence());
      case "complaints code" -> "disp";
      case "cases kind" -> "final-response";
      case "mentions id", "macros id", "tags id", "fields id", "routing id" -> "1";
      case "handovers id",
          "broadcasts id",
          "posts id",
          "bookings id",
          "disruptions id",
          "guarantees id",
          "guarantees part" ->
          "1";
      case "hooks id", "hooks part" -> "1";
      case "payments id" -> "1";
      case "undertakings id", "promises id" -> "1";
      case "promises kind" -> "absence";
      case "mailboxes id", "mailboxes part", "mail-accounts id" -> "1";
      case "in name" -> "no-such-door";
      case "in connection", "in mark", "connections id", "outbound id", "letters id" -> "1";
      case "remedies id", "stops id", "teams id" -> "999999";
      case "remedies code" -> "no-such-cause";
      case "tokens id" -> String.valueOf(token());
      default -> throw new IllegalStateException("nothing stands for " + variable + " of " + route);
    };
  }

  /** Of a colleague of the team; the administrator, who is in none, may end it too. */
  private long absence() {
    Instant from = Instant.parse("2027-05-12T09:00:00Z");
    return make.absences()
        .record(
            person(Grant.inTeam(Role.AGENT, team.id())),
            from,
            from.plusSeconds(3600),
            Absence.Kind.PLANNED,
            Actor.SYSTEM)
        .id();
  }

  private long token() {
    return make.tokens()
        .make(new NewApiToken("Shop", List.of("goods:read"), null, null, null), null)
        .token()
        .id();
  }

  private Viewer administrator() {
    return make.staff().viewer(viewers.getLast()).orElseThrow();
  }

  /** It seems to belong to a case of the team. */
  private long held() {
    arrive("robot@shop.example", "Auto-Submitted: auto-replied\r\n");
    long id =
        make.messages().held(HeldKind.TRAY, null, 1_000).stream()
            .mapToLong(Held::id)
            .max()
            .orElseThrow();
    long about = make.cases().caseOf(team, administrator());
    new AsOwner()
        .run(
            "update held_mail set about_kind = 'case', about_id = %d where id = %d"
                .formatted(about, id));
    return id;
  }

  private void arrive(String from, String header) {
    String mail =
        "From: %s\r\nSubject: Jug\r\nMessage-ID: <%d@shop.example>\r\n%sContent-Type: text/html\r\n\r\n<p>Broken</p>\r\n"
            .formatted(from, ++number, header);
    make.door().lay(from, List.of("help@house.example"), mail.getBytes(StandardCharsets.US_ASCII));
    make.duties().stream().filter(d -> d.name().equals("mail reading")).forEach(Duty::perform);
  }

  private long person(Grant grant) {
    String email = "p" + ++number + "@house.example";
    Person person =
        make.staff()
            .add(
                new NewPerson("Person " + number, email, Locale.ENGLISH, ZoneId.of("UTC")),
                Actor.SYSTEM);
    make.staff().grant(person.id(), grant, Actor.SYSTEM);
    return person.id();
  }
}
