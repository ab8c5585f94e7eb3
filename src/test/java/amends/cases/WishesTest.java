package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import amends.customers.Channel;
import amends.customers.Choices;
import amends.customers.Purpose;
import amends.messages.Medium;
import amends.messages.Suppressions;
import amends.messages.Troubles;
import amends.messages.Way;
import amends.staff.Viewer;
import amends.testing.As;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** What a customer wants to hear, and a way that is part of what went wrong. */
class WishesTest extends Telling {
  @Autowired MockMvc mvc;
  @Autowired Choices choices;
  @Autowired Suppressions suppressions;
  @Autowired Troubles troubles;

  private String page(long customer, Viewer viewer) throws Exception {
    return mvc.perform(get("/customers/" + customer + "/wishes").with(As.person(viewer.id())))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private void send(String path, Viewer viewer, int expected, String... fields) throws Exception {
    var request = post(path).with(As.person(viewer.id())).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    mvc.perform(request).andExpect(status().is(expected));
  }

  @Test
  void theirWordIsKeptAndShownAndSafetyIsNotAsked() throws Exception {
    Case matter = ruthWrites("A jug and a wish", "Broken.");
    String path = "/customers/" + matter.customerId() + "/wishes";
    send(path, world.priya, 302, "purpose", "marketing", "channel", "email", "allowed", "yes");
    assertThat(choices.word(matter.customerId(), Purpose.MARKETING, Channel.EMAIL)).contains(true);
    assertThat(page(matter.customerId(), world.priya)).contains("Yes to advertising, E-mail");
    send(path, world.priya, 422, "purpose", "safety", "channel", "", "allowed", "no");
    send(path + "/print", world.priya, 302, "large", "yes");
    assertThat(choices.largePrint(matter.customerId())).isTrue();
  }

  @Test
  void whatWasStoppedIsSeenAndLiftedByALeadWithAReason() throws Exception {
    Case matter = ruthWrites("A jug that stopped", "Broken.");
    long customer = matter.customerId();
    customers.addContact(customer, Channel.SMS, "+447700900555", world.priya.actor());
    suppressions.suppress(Medium.SMS, "+447700900555", "stop", world.priya.actor());
    long contact =
        customers.contacts(customer).stream()
            .filter(c -> c.channel() == Channel.SMS)
            .findFirst()
            .orElseThrow()
            .id();
    assertThat(page(customer, world.priya))
        .contains("Somebody there said stop")
        .doesNotContain("Write there again");
    String path = "/customers/" + customer + "/wishes/lifting";
    String id = String.valueOf(contact);
    send(path, world.priya, 403, "contact", id, "why", "asked");
    send(path, world.hanna, 422, "contact", id, "why", " ");
    send(path, world.hanna, 302, "contact", id, "why", "asked");
    assertThat(suppressions.standing(Medium.SMS, "+447700900555")).isEmpty();
  }

  @Test
  void aWayThatIsPartOfWhatWentWrongIsNotUsedInThatCaseAlone() throws Exception {
    Case hacked = ruthWrites("My mailbox is not mine", "Somebody reads it.");
    send("/cases/" + hacked.id() + "/avoided", world.priya, 302, "channel", "email");
    assertThat(cases.ways(cases.see(hacked.id(), world.priya)))
        .filteredOn(w -> w.medium() == Medium.EMAIL)
        .extracting(Way::shut)
        .containsExactly("messages.way.hit");
    assertThatThrownBy(() ->
            cases.reply(
                hacked.id(),
                new Draft("We are sorry.", null, null, true).by("email", null),
                world.priya))
        .hasMessage("messages.way.hit");
    Case other = ruthWrites("Another jug", "Broken.");
    assertThat(cases.replyWay(cases.see(other.id(), world.priya)))
        .hasValueSatisfying(w -> assertThat(w.medium()).isEqualTo(Medium.EMAIL));
    send("/cases/" + hacked.id() + "/avoided", world.priya, 302, "channel", "email", "use", "yes");
    assertThat(troubles.inMatter(hacked.asSubject())).isEqualTo(List.of());
  }
}
