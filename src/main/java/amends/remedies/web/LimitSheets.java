package amends.remedies.web;

import amends.remedies.Amounts;
import amends.remedies.Authority;
import amends.remedies.Limit;
import amends.remedies.Remedy;
import amends.shared.Money;
import amends.shared.Subject;
import amends.shared.Texts.Voice;
import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import amends.staff.Person;
import amends.staff.Role;
import amends.staff.Staff;
import amends.staff.Team;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The page of the limits, in words. */
@Component
final class LimitSheets {
  private final Authority authority;
  private final Staff staff;

  LimitSheets(Authority authority, Staff staff) {
    this.authority = authority;
    this.staff = staff;
  }

  /** What the viewer may do here. */
  record Rights(boolean keeps, boolean lends) {}

  Form blank() {
    return Form.of(Map.of("period", "month", "answer_minutes", "60"));
  }

  LimitsView of(Page page, Rights rights, Form form, Form emergency) {
    Voice t = page.t();
    List<Person> people = staff.people();
    Names names =
        new Names(
            people.stream().collect(Collectors.toMap(Person::id, Person::name)),
            staff.teams().stream().collect(Collectors.toMap(Team::id, Team::name)));
    List<Limit> held = authority.all().stream().filter(limit -> limit.inForce(page.now())).toList();
    return new LimitsView(
        page,
        rights.keeps(),
        rights.lends(),
        held.stream().filter(l -> !l.emergency()).map(l -> row(t, names, l)).toList(),
        held.stream().filter(Limit::emergency).map(l -> row(t, names, l)).toList(),
        form,
        emergency,
        holders(t, people),
        people(people),
        kinds(t),
        Arrays.stream(Limit.Period.values())
            .map(period ->
                Choice.of(period.code(), t.say("remedies.limits.period." + period.code())))
            .toList(),
        staff.teams().stream()
            .filter(Team::active)
            .map(team -> Choice.of(String.valueOf(team.id()), team.name()))
            .toList());
  }

  private record Names(Map<Long, String> people, Map<Long, String> teams) {}

  private static List<Choice> people(List<Person> people) {
    return people.stream()
        .map(person -> Choice.of(String.valueOf(person.id()), person.name()))
        .toList();
  }

  private List<Choice> holders(Voice t, List<Person> people) {
    List<Choice> all = new ArrayList<>();
    for (Role role : Role.values()) {
      all.add(Choice.of("role:" + role.code(), role(t, role)));
    }
    staff.teams().stream()
        .filter(Team::active)
        .map(team ->
            Choice.of("team:" + team.id(), t.say("remedies.limits.holder.team", team.name())))
        .forEach(all::add);
    people.forEach(person -> all.add(Choice.of("person:" + person.id(), person.name())));
    return all;
  }

  private static String role(Voice t, Role role) {
    return t.say("remedies.limits.holder.role", t.say("remedies.limits.role." + role.code()));
  }

  private static List<Choice> kinds(Voice t) {
    return Stream.concat(
            Stream.of(Choice.of("", t.say("remedies.limits.any"))),
            Arrays.stream(Remedy.Kind.values())
                .filter(kind -> kind != Remedy.Kind.PACKAGE)
                .map(kind -> Choice.of(kind.code(), t.say("remedies.kind." + kind.code()))))
        .toList();
  }

  private static LimitsView.Row row(Voice t, Names names, Limit limit) {
    Remedy.Kind kind = limit.kind();
    return new LimitsView.Row(
        limit.id(),
        holder(t, names, limit.holder()),
        t.say(
            "remedies.limits.what",
            kind == null ? t.say("remedies.limits.any") : t.say("remedies.kind." + kind.code()),
            money(t, limit, limit.perGrant())),
        more(t, names, limit));
  }

  private static String holder(Voice t, Names names, Limit.Holder holder) {
    return switch (holder) {
      case Limit.OfRole of -> role(t, of.role());
      case Limit.OfTeam of ->
          t.say("remedies.limits.holder.team", names.teams().getOrDefault(of.teamId(), ""));
      case Limit.OfPerson of -> names.people().getOrDefault(of.personId(), "");
    };
  }

  private static List<String> more(Voice t, Names names, Limit limit) {
    List<String> more = new ArrayList<>();
    add(more, t, "remedies.limits.more.matter", limit, limit.perMatter());
    add(more, t, "remedies.limits.more.day", limit, limit.perDay());
    add(more, t, "remedies.limits.more.period." + limit.period().code(), limit, limit.perPeriod());
    Subject only = limit.only();
    if (only != null) {
      more.add(
          only.kind().equals("team")
              ? t.say("remedies.limits.more.only.team", names.teams().getOrDefault(only.id(), ""))
              : t.say("remedies.limits.more.only.case", String.valueOf(only.id())));
    }
    if (!limit.reason().isBlank()) {
      more.add(t.say("remedies.limits.more.reason", limit.reason()));
    }
    if (limit.until() != null) {
      more.add(t.say("remedies.limits.more.until", t.moment(limit.until())));
    }
    if (!limit.emergency()) {
      more.add(t.say("remedies.limits.more.answer", limit.answerMinutes()));
    }
    return more;
  }

  private static void add(
      List<String> more, Voice t, String key, Limit limit, @Nullable Long minor) {
    if (minor != null) {
      more.add(t.say(key, money(t, limit, minor)));
    }
  }

  private static String money(Voice t, Limit limit, long minor) {
    return Amounts.words(new Money(minor, limit.currency()), t.locale());
  }
}
