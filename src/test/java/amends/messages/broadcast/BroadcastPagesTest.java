package amends.messages.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import amends.customers.Channel;
import amends.customers.Customer;
import amends.shared.Actor;
import amends.testing.As;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Writing to many on its pages, from the first word to the last person. */
class BroadcastPagesTest extends ManyPeople {
  @Autowired MockMvc mvc;

  @Test
  void fromTheWordsToTheLastPerson() throws Exception {
    people(3);
    say("/broadcasts/new", "Write to many");
    send("/broadcasts", "subject", "Your heater", "body", "Hello {first name}, {age}.")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content().string(Matchers.containsString("There is nothing to fill in for {age}")))
        .andExpect(content().string(Matchers.containsString("Your heater")));
    String here =
        Objects.requireNonNull(
            send(
                    "/broadcasts",
                    "subject",
                    "Your heater",
                    "body",
                    "Hello {first name}, switch it off.")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    say(here, "Whom it is for");
    send(here + "/list", "audience", "everyone", "language", "").andExpect(redirectedUrl(here));
    say(here, "The list is being made");
    work();
    say(here, "3 people, 3 of them can be reached");
    say(here, "Hello Ann0, switch it off.");
    say(here, "The first leaves 2 minutes after you start it");
    send(here + "/start", "count", "30")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(
            content().string(Matchers.containsString("Type how many people it goes to: 3.")));
    send(here + "/start", "count", "3").andExpect(redirectedUrl(here));
    say(here, "Until then nothing has been sent");
    work();
    clock.pass(Duration.ofMinutes(3));
    post.deliverToMany();
    work();
    say(here, "100 % of the people are done");
    say(here + "/people?state=reached", "ann-2@berg.example");
    say("/broadcasts", "3 of 3 reached");
  }

  @Test
  void pausedCorrectedAndStoppedWithAButton() throws Exception {
    people(3);
    long id = ready("Hello.");
    String here = "/broadcasts/" + id;
    broadcasts.start(id, "3", world.admin);
    send(here + "/pause").andExpect(redirectedUrl(here));
    say(here, "Nothing leaves until you go on");
    send(here + "/resume").andExpect(redirectedUrl(here));
    String correction = send(here + "/correction").andReturn().getResponse().getRedirectedUrl();
    assertThat(correction).endsWith("/words");
    send(here + "/cancel").andExpect(redirectedUrl(here));
    say(here, "Nothing more leaves");
  }

  @Test
  void lettersToManyArePrintedPostedAndTakenOutOnTheirPages() throws Exception {
    for (String name : List.of("Wilma Klee", "Otto Klee")) {
      Customer one = world.customer(name, name.replace(" ", "") + "@gone.example");
      customers.addContact(
          one.id(), Channel.LETTER, one.id() + " Mill Lane, Leeds LS1 1AA", Actor.SYSTEM);
    }
    String here = writtenBy("letter");
    send(here + "/list", "audience", "everyone", "language", "").andExpect(redirectedUrl(here));
    work();
    say(here, "Colleagues print and post 2 letters of it.");
    send(here + "/start", "count", "2").andExpect(redirectedUrl(here));
    work();
    clock.pass(Duration.ofMinutes(3));
    say(here, "2 letters to print");
    say("/outbound", "Print the next 2 letters");
    mvc.perform(get("/outbound").with(As.person(world.priya.id())))
        .andExpect(content().string(Matchers.containsString("Print the next 2 letters")));
    mvc.perform(get(here).with(As.person(world.priya.id()))).andExpect(status().isNotFound());
    String run =
        Objects.requireNonNull(
            send("/outbound/many/" + here.replaceAll("\\D", "") + "/runs")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    say(run, "Otto Klee");
    say(here, "2 letters printed and not posted");
    send(here + "/cancel").andExpect(redirectedUrl(here));
    work();
    say(run, "2 letters of this run were stopped after they were printed");
    say(run, "It was stopped before their turn");
  }

  @Test
  void whatHonestWordsFindGoesOutWithAReasonThatIsKeptAndCounted() throws Exception {
    people(2);
    String here =
        Objects.requireNonNull(
            send(
                    "/broadcasts",
                    "subject",
                    "Your heater",
                    "body",
                    "We are sorry. It will not happen again.")
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    send(here + "/list", "audience", "everyone", "language", "");
    work();
    send(here + "/start", "count", "2")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(Matchers.containsString("Right as it stands?")))
        .andExpect(content().string(Matchers.containsString("It is so, and we can show it")));
    send(here + "/start", "count", "2", "overrule", "because")
        .andExpect(status().isUnprocessableEntity());
    assertThat(count("honesty_overruling where subject_kind = 'broadcast'")).isZero();

    send(here + "/start", "count", "2", "overrule", "true_here").andExpect(redirectedUrl(here));

    assertThat(
            sql.sql(
                    """
                    select reason || ' ' || array_to_string(rules, ' ') from honesty_overruling
                    where subject_kind = 'broadcast' and used_at is not null
                    """)
                .query(String.class)
                .single())
        .startsWith("true_here again.");
    assertThat(
            count("journal_entry where kind = 'honesty.overruled' and subject_kind = 'broadcast'"))
        .isOne();
  }

  @Test
  void whatItPromisesIsTypedShownAndFollowed() throws Exception {
    people(2);
    send("/broadcasts", "subject", "Your heater", "body", "Hello.", "next", "We tell you more")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().string(Matchers.containsString("A promise needs both")))
        .andExpect(content().string(Matchers.containsString("We tell you more")));
    String here =
        Objects.requireNonNull(
            send(
                    "/broadcasts",
                    "subject",
                    "Your heater",
                    "body",
                    "Hello.",
                    "next",
                    "We tell you more",
                    "by",
                    "in 3 days")
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl());
    send(here + "/list", "audience", "everyone", "language", "");
    work();
    say(here, "What happens next: We tell you more, by ");
    say(here + "/words", "value=\"We tell you more\"");
    send(here + "/start", "count", "2").andExpect(redirectedUrl(here));
    say(here, "Nobody has been told of it yet.");
    work();
    clock.pass(Duration.ofMinutes(3));
    post.deliverToMany();
    say(here, "2 people were told of it:");
    say(here, "2 owed");
    say("/broadcasts/new", "Moved by this: “We tell you more”");
    say("/promises", "We tell you more");
  }

  private String writtenBy(String ways) throws Exception {
    return Objects.requireNonNull(
        send("/broadcasts", "subject", "Your heater", "body", "Hello.", "ways", ways)
            .andReturn()
            .getResponse()
            .getRedirectedUrl());
  }

  private void say(String path, String words) throws Exception {
    mvc.perform(get(path).with(As.person(world.admin.id())))
        .andExpect(status().isOk())
        .andExpect(content().string(Matchers.containsString(words)));
  }

  private ResultActions send(String path, String... fields) throws Exception {
    var request =
        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(path)
            .with(As.person(world.admin.id()))
            .with(csrf());
    request.param("brand", String.valueOf(world.brand.id())).param("purpose", "service");
    if (!List.of(fields).contains("ways")) {
      request.param("ways", "email");
    }
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return mvc.perform(request);
  }
}
