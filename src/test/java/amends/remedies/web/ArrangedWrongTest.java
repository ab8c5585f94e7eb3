package amends.remedies.web;

import static org.assertj.core.api.Assertions.assertThat;

import amends.customers.Customers;
import amends.remedies.Causes;
import amends.staff.Staff;
import amends.testing.Clicks;
import amends.testing.DatabaseTest;
import amends.testing.Fernhill;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What is written wrong in the catalogue, in limits, budgets and causes comes back as typed. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArrangedWrongTest {
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Customers customers;
  @Autowired Causes causes;

  private Fernhill world;
  private Clicks clicks;

  @BeforeAll
  void house() {
    world = new Fernhill(staff, customers);
    clicks = new Clicks(mvc);
  }

  @Test
  void aRemedyThatIsWrittenWrongComesBackAsItWasTyped() {
    String path = "/remedies/catalogue";
    String[] fields = {
      "name",
      "A visit",
      "means",
      "Somebody comes.",
      "code",
      "visit",
      "kind",
      "service_visit",
      "lead_days",
      "2",
      "check_days",
      "3",
      "cost",
      "89.00",
      "currency",
      "GBP",
      "from",
      "2026-05-12"
    };
    assertThat(clicks.open(world.priya, path + "/new").getStatus()).isEqualTo(403);
    assertThat(clicks.open(world.admin, path + "/987654").getStatus()).isEqualTo(404);
    for (String[] wrong :
        List.of(
            new String[] {"code", "A Visit!"},
            new String[] {"from", "12.5.2026"},
            new String[] {"from", "+987654-01-01"},
            new String[] {"lead_days", "soon"},
            new String[] {"lead_days", "401"},
            new String[] {"cost", "1,000"},
            new String[] {"currency", "POUNDS"},
            new String[] {"kind", "miracle"},
            new String[] {"country", "Wales"})) {
      String shown = clicks.refused(world.admin, path, with(fields, wrong[0], wrong[1]));
      assertThat(shown).as(wrong[0]).contains("value=\"A visit\"", "Somebody comes.");
      if (!wrong[0].equals("kind")) {
        assertThat(shown).contains(wrong[1]);
      }
    }
  }

  /** What was typed, but for one field. */
  private static String[] with(String[] fields, String name, String value) {
    String[] other = fields.clone();
    for (int i = 0; i < other.length; i += 2) {
      if (other[i].equals(name)) {
        other[i + 1] = value;
        return other;
      }
    }
    String[] more = Arrays.copyOf(other, other.length + 2);
    more[other.length] = name;
    more[other.length + 1] = value;
    return more;
  }

  @Test
  void aLimitThatContradictsItselfComesBackAsItWasTyped() {
    String[] fields = {
      "holder",
      "team:" + world.home.id(),
      "currency",
      "GBP",
      "per_grant",
      "40.00",
      "period",
      "week",
      "answer_minutes",
      "60"
    };
    for (String[] wrong :
        List.of(
            new String[] {"holder", "team:987654"},
            new String[] {"holder", "somebody"},
            new String[] {"per_day", "39.99"},
            new String[] {"per_grant", ""},
            new String[] {"answer_minutes", "3"},
            new String[] {"period", "century"},
            new String[] {"currency", "POUNDS"})) {
      assertThat(clicks.refused(world.admin, "/remedies/limits", with(fields, wrong[0], wrong[1])))
          .as(wrong[0])
          .contains(wrong[0].equals("per_grant") ? "60" : "40.00");
    }
    assertThat(clicks.submit(world.admin, "/remedies/limits/987654/end").getStatus())
        .isEqualTo(404);
  }

  @Test
  void aBudgetAndACauseThatAreWrongComeBackAsTheyWereTyped() {
    clicks.done(world.admin, "/remedies/causes", "code", "leaks", "cause_name", "It leaks");
    String[] fields = {
      "for",
      "leaks",
      "amount",
      "500.00",
      "currency",
      "GBP",
      "from",
      "2026-05-01",
      "to",
      "2026-06-01"
    };
    assertThat(clicks.submit(world.hanna, "/remedies/budgets", fields).getStatus()).isEqualTo(403);
    for (String[] wrong :
        List.of(
            new String[] {"amount", "1,000"},
            new String[] {"amount", ""},
            new String[] {"for", "nothing-known"},
            new String[] {"from", ""},
            new String[] {"to", "2026-05-01"})) {
      assertThat(clicks.refused(world.admin, "/remedies/budgets", with(fields, wrong[0], wrong[1])))
          .as(wrong[0])
          .contains(wrong[0].equals("amount") ? "2026-06-01" : "500.00");
    }
    assertThat(
            clicks.refused(
                world.admin, "/remedies/causes", "code", "Not a code!", "cause_name", "It sings"))
        .contains("It sings");
    assertThat(clicks.submit(world.hanna, "/remedies/causes/leaks/end").getStatus()).isEqualTo(403);
    assertThat(clicks.submit(world.admin, "/remedies/causes/unheard/end").getStatus())
        .isEqualTo(404);
    clicks.done(world.admin, "/remedies/causes/leaks/end");
    assertThat(causes.all())
        .filteredOn(cause -> cause.code().equals("leaks"))
        .singleElement()
        .returns(false, Causes.Cause::active);
  }
}
