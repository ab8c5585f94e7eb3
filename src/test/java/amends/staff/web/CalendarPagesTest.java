package amends.staff.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Actor;
import amends.staff.FirstStart;
import amends.staff.Staff;
import amends.staff.WorkCalendars;
import amends.testing.Browser;
import amends.testing.DatabaseTest;
import amends.time.CalendarPlan;
import amends.time.Calendars;
import amends.time.WorkingCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** An administrator says when the house works, and sees what that does to the year. */
@DatabaseTest
class CalendarPagesTest {
  private static final String PASSWORD = "the jug arrived in one piece";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired FirstStart firstStart;
  @Autowired Calendars calendars;
  @Autowired WorkCalendars work;

  private Browser browser;

  @BeforeEach
  void anAdministrator() {
    if (staff.teams().isEmpty()) {
      String token = firstStart.linkIfNeeded().orElseThrow().replace("/first-start/", "");
      firstStart.accept(token, "Ada", "ada@house.example", PASSWORD);
      staff.addTeam("Front line", null, Actor.SYSTEM);
    }
    browser = new Browser(mvc);
    browser.signIn("ada@house.example", PASSWORD);
    browser.open("/calendars");
  }

  private MockHttpServletResponse add(String name, String... more) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("name", name);
    fields.put("place", "Germany, Bavaria (DE-BY)");
    fields.put("zone", "Europe/Berlin");
    fields.put("monday", "9:00–12:30, 13-17");
    fields.put("friday", "9–14");
    fields.put("extra", "2026-12-24 Company holiday");
    fields.put("worked", "2026-06-04");
    for (int i = 0; i < more.length; i += 2) {
      fields.put(more[i], more[i + 1]);
    }
    return browser.submit(
        "/calendars",
        fields.entrySet().stream()
            .flatMap(field -> Stream.of(field.getKey(), field.getValue()))
            .toArray(String[]::new));
  }

  private long idOf(String name) {
    return work.all().stream()
        .filter(kept -> kept.plan().name().equals(name))
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void aCalendarHasAPlaceHoursAndDaysOfItsOwn() throws Exception {
    add("Munich");
    CalendarPlan munich = calendars.plan("Munich");
    assertThat(munich.daysOff().place()).isEqualTo("DE-BY");
    WorkingCalendar working = munich.working();
    assertThat(working.zone()).isEqualTo(BERLIN);
    assertThat(working.businessDay(LocalDate.of(2026, 5, 25))).as("Whit Monday").isFalse();
    assertThat(working.businessDay(LocalDate.of(2026, 6, 8))).isTrue();
    assertThat(working.open(Instant.parse("2026-06-08T10:45:00Z"))).as("lunch").isFalse();

    String page = browser.open("/calendars/" + idOf("Munich")).getContentAsString();
    assertThat(page)
        .contains("Monday 9:00–12:30, 13:00–17:00; Friday 9:00–14:00")
        .contains("December 2026", "Company holiday", "Corpus Christi", "we work")
        .contains("2026-12-24 Company holiday");
  }

  @Test
  void newHoursHoldFromADayOnAndTheOldOnesUntilThen() {
    add("Branch");
    String path = "/calendars/" + idOf("Branch");
    browser.submit(
        path, "place", "", "zone", "Europe/Berlin", "monday", "10–16", "since", "2027-01-01");
    CalendarPlan branch = calendars.plan("Branch");
    WorkingCalendar working = branch.working();
    assertThat(working.open(Instant.parse("2026-12-21T08:30:00Z"))).isTrue();
    assertThat(working.open(Instant.parse("2027-01-11T08:30:00Z"))).isFalse();
    assertThat(working.open(Instant.parse("2027-01-11T09:30:00Z"))).isTrue();
    assertThat(working.businessDay(LocalDate.of(2027, 1, 15))).as("Fridays end").isFalse();
  }

  @Test
  void whatCannotBeReadComesBackWithTheWayToMendIt() throws Exception {
    MockHttpServletResponse hours = add("Odd", "tuesday", "nine to five");
    assertThat(hours.getStatus()).isEqualTo(422);
    assertThat(hours.getContentAsString())
        .contains("We cannot read “nine to five”", "nine to five", "Company holiday");
    assertThat(add("Odd", "tuesday", "17:00–9:00").getStatus()).isEqualTo(422);
    assertThat(add("Odd", "place", "Atlantis").getContentAsString())
        .contains("no public holidays of “Atlantis”");
    assertThat(add("Odd", "worked", "Christmas").getContentAsString())
        .contains("“Christmas” is no day");
    assertThat(add("office").getContentAsString()).contains("There is a calendar of this name");
    assertThat(add("<b>").getContentAsString()).contains("Name the calendar with letters");
  }

  @Test
  void aDeadlineIsTriedAndExplained() throws Exception {
    add("Trial", "tuesday", "9–17", "wednesday", "9–17", "thursday", "9–17");
    String page =
        browser
            .open(
                "/calendars/"
                    + idOf("Trial")
                    + "?length=2&unit=business_days&rule=house&after=2026-05-22T20:10")
            .getContentAsString();
    assertThat(page)
        .contains(
            "2 working days after Friday 22 May, 20:10: Wednesday 27 May, 17:00, because Monday 25 May"
                + " is a holiday (Whit Monday)");
  }

  @Test
  void aTeamMayHaveHoursOfItsOwn() {
    add("Night");
    long team = staff.teams().getFirst().id();
    browser.submit("/calendars/teams", "team-" + team, "Night");
    assertThat(work.ofTeams()).containsEntry(team, "Night");
    assertThat(work.of(team).businessDay(LocalDate.of(2026, 5, 25))).isFalse();
    browser.submit("/calendars/teams", "team-" + team, "");
    assertThat(work.ofTeams()).isEmpty();
    assertThat(work.of(team).businessDay(LocalDate.of(2026, 5, 25)))
        .as("the office knows no holidays yet")
        .isTrue();
    assertThat(browser.submit("/calendars/teams", "team-" + team, "moon").getStatus())
        .isEqualTo(422);
  }
}
