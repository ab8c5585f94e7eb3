package amends.staff.web;

import amends.journal.Recorded;
import amends.shared.Actor;
import amends.shared.Subject;
import amends.shared.Texts;
import amends.shared.page.Page;
import amends.staff.Brand;
import amends.staff.Person;
import amends.staff.Staff;
import amends.staff.Team;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Entries of the journal in words; names are those of today, the journal holds none. */
final class AuditWords {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Page page;
  private final Set<String> known;
  private final Map<Long, String> people;
  private final Map<Long, String> teams;
  private final Map<Long, String> brands;

  AuditWords(Page page, Texts texts, Staff staff, List<Recorded> entries) {
    this.page = page;
    this.known = texts.keys();
    Set<Long> ids =
        entries.stream()
            .flatMap(e ->
                Stream.of(
                    e.actor().isPerson() ? e.actor().id() : 0L,
                    e.subject().kind().equals("person") ? e.subject().id() : 0L))
            .collect(Collectors.toSet());
    this.people = staff.people(ids).stream().collect(Collectors.toMap(Person::id, Person::name));
    this.teams = staff.teams().stream().collect(Collectors.toMap(Team::id, Team::name));
    this.brands = staff.brands().stream().collect(Collectors.toMap(Brand::id, Brand::name));
  }

  AuditView.Row row(Recorded entry) {
    return new AuditView.Row(
        page.t().moment(entry.at()),
        who(entry.actor()),
        what(entry.kind()),
        whom(entry.subject()),
        detail(entry.payload()));
  }

  String who(Actor actor) {
    return switch (actor.kind()) {
      case "person" -> people.getOrDefault(actor.id(), "person " + actor.id());
      case "operator" -> page.t().say("staff.audit.operator");
      default -> page.t().say("staff.audit.program");
    };
  }

  /** Another room's entry may have no words here: its code is shown then. */
  String what(String kind) {
    return words("staff.audit.kind." + kind.replace('.', '_'), kind);
  }

  String whom(Subject subject) {
    return switch (subject.kind()) {
      case "person" -> people.getOrDefault(subject.id(), "");
      case "team" -> teams.getOrDefault(subject.id(), "team " + subject.id());
      case "brand" -> brands.getOrDefault(subject.id(), "brand " + subject.id());
      case "sign_in_rules" -> "";
      default -> {
        String kind = subject.kind();
        yield words("staff.audit.whom." + kind, kind.replace('_', ' ')) + " " + subject.id();
      }
    };
  }

  String detail(String payload) {
    Map<String, Object> facts =
        JSON.readValue(payload, new TypeReference<LinkedHashMap<String, Object>>() {});
    return facts.entrySet().stream()
        .map(e -> fact(e.getKey(), String.valueOf(e.getValue())))
        .collect(Collectors.joining(", "));
  }

  private String fact(String name, String value) {
    return switch (name) {
      case "role" -> words("staff.role." + value, value);
      case "team" -> teams.getOrDefault(id(value), "team " + value);
      case "brand" -> brands.getOrDefault(id(value), "brand " + value);
      case "second_factor" -> words("staff.demand." + value, value);
      case "by" -> words("staff.by." + value, value);
      default -> name + " " + value;
    };
  }

  private static long id(String value) {
    return value.matches("[0-9]{1,18}") ? Long.parseLong(value) : 0;
  }

  private String words(String key, String otherwise) {
    return known.contains(key) ? page.t().say(key) : otherwise;
  }
}
