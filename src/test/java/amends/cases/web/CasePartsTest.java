package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Case;
import amends.cases.Cases;
import amends.cases.NewCase;
import amends.customers.Customers;
import amends.promises.Promise;
import amends.staff.Staff;
import amends.testing.Clicks;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import amends.testing.TestClock;
import java.time.Duration;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** An open page of a case gets only those of its parts that say something else by now. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CasePartsTest {
  private static final Pattern MARK = Pattern.compile("data-mark=\"([0-9a-f]{12})\"");

  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Cases cases;
  @Autowired TestClock clock;

  private Fernhill world;
  private Clicks clicks;

  @BeforeAll
  void people() {
    world = new Fernhill(staff, customers);
    clicks = new Clicks(mvc);
  }

  private static String marks(String page) {
    return MARK.matcher(page)
        .results()
        .map((MatchResult m) -> m.group(1))
        .collect(Collectors.joining("-"));
  }

  private String parts(Case matter, String have) {
    return clicks.page(world.tom, "/cases/" + matter.id() + "/parts?have=" + have);
  }

  @Test
  void whatHasNotChangedDoesNotComeAgain() {
    Case jug =
        cases.open(
            new NewCase(
                world.brand.id(),
                world.home.id(),
                null,
                world.ruth().id(),
                "phone",
                "Jug in parts",
                "Broken.",
                null,
                null,
                null,
                true,
                Promise.Kind.CONTACT,
                "We call you",
                clock.instant().plus(Duration.ofDays(3)),
                world.priya.actor()),
            world.priya);
    cases.note(jug.id(), "On the first day.", world.priya);
    clock.pass(Duration.ofDays(1));
    cases.note(jug.id(), "On the second day.", world.priya);
    String have = marks(clicks.page(world.tom, "/cases/" + jug.id()));
    assertThat(have.split("-", -1)).hasSize(4);
    assertThat(parts(jug, have))
        .contains("data-days=\"", "class=\"nav\"")
        .doesNotContain("case-head", "On the first day.", "On the second day.", "class=\"side\"");

    cases.note(jug.id(), "And a third word.", world.priya);
    assertThat(parts(jug, have))
        .contains("On the second day.", "And a third word.")
        .doesNotContain("On the first day.", "class=\"side\"", "id=\"composer\"");
    assertThat(parts(jug, ""))
        .contains("case-head", "On the first day.", "And a third word.", "class=\"side\"");
    String whole = clicks.page(world.tom, "/cases/" + jug.id());
    assertThat(whole.length()).isGreaterThan(3 * parts(jug, marks(whole)).length() / 2);
  }
}
