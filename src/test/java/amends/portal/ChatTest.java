package amends.portal;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Draft;
import amends.cases.live.Presences;
import amends.messages.Chats;
import amends.messages.Courier;
import amends.messages.Medium;
import amends.messages.Message;
import amends.messages.Way;
import amends.shared.Subject;
import amends.testing.DatabaseTest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.mock.web.MockHttpServletResponse;

/** Talking to a customer on their own page: live while they are there, and never lost. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ChatTest extends Visiting {
  @Autowired Presences presences;
  @Autowired Chats chats;

  @Autowired
  @Qualifier("chatCourier")
  Courier courier;

  private List<Message> messages(long id) {
    return messages.about(Subject.of("case", id));
  }

  private void carry() {
    clock.pass(Duration.ofSeconds(15));
    while (courier.perform() || courier.busy()) {
      // The next batch.
    }
  }

  private Draft reply(String words) {
    return new Draft(
        words,
        "we tell you what the workshop found",
        clock.instant().plus(Duration.ofHours(3)),
        false);
  }

  private long seen(String at) {
    String page = page(at + "/chat/words");
    return Long.parseLong(page.replaceAll("(?s).*name=\"seen\" value=\"(\\d+)\".*", "$1"));
  }

  private void here(String at) {
    assertThat(post(at + "/chat/here", "", "seen", String.valueOf(seen(at))).getStatus())
        .isEqualTo(204);
  }

  @Test
  void aPlainFormIsEnoughAndWhatIsSaidBelongsToTheCase() {
    long id = writes("Noa", "The lamp flickers");
    String at = link("noa");
    assertThat(page(at + "/chat"))
        .contains("The lamp flickers", "Nobody is here just now", "A person answers you", "by ");
    MockHttpServletResponse said = submit(at, "chat", "words", "It also hums");
    assertThat(said.getStatus()).isEqualTo(302);
    assertThat(messages(id))
        .last()
        .satisfies(m -> {
          assertThat(m.channel()).isEqualTo("chat");
          assertThat(m.replyText()).isEqualTo("It also hums");
        });
    assertThat(page(at + "/chat")).contains("It also hums");
    assertThat(chats.isThere(Subject.of("case", id))).as("they have just written").isTrue();
  }

  @Test
  void whoReadsItIsNamedOnlyWhileTheyDo() {
    long id = writes("Mia", "The chair wobbles");
    String at = link("mia");
    presences.here(id, "tab", false, world.priya);
    assertThat(page(at + "/chat/words")).contains("Priya Nair reads this now.");
    presences.here(id, "tab", true, world.priya);
    assertThat(page(at + "/chat/words")).contains("Priya Nair is writing.");
    clock.pass(Duration.ofMinutes(1));
    assertThat(page(at + "/chat/words"))
        .contains("Nobody is here just now")
        .doesNotContain("Priya Nair is");
  }

  @Test
  void anAnswerGoesIntoTheChatWhileTheyAreThereAndHasArrivedOnceItWasShown() {
    long id = writes("Lou", "The kettle leaks");
    String at = link("lou");
    submit(at, "chat", "words", "Are you there?");
    here(at);
    assertThat(cases.replyWay(cases.see(id, world.priya)))
        .hasValueSatisfying(way -> assertThat(way.medium()).isEqualTo(Medium.CHAT));
    cases.reply(id, reply("I am. I am looking at it now."), world.priya);
    carry();
    assertThat(delivery(id).acceptedAt()).as("not shown yet").isNull();
    here(at);
    carry();
    assertThat(delivery(id).acceptedAt()).isNotNull();
    assertThat(page(at + "/chat"))
        .contains("I am looking at it now.", "we tell you what the workshop found");
    assertThat(messages(id).getLast().text()).as("the page says who speaks").doesNotContain("Nair");
  }

  @Test
  void whoLeavesBeforeItIsShownGetsItAnotherWayAndTheDeskSaysSo() {
    long id = writes("Kim", "The door sticks");
    String at = link("kim");
    submit(at, "chat", "words", "I have five minutes");
    here(at);
    cases.reply(id, reply("A colleague looks at your door."), world.priya);
    post(at + "/chat/here", "", "gone", "yes");
    carry();
    assertThat(messages(id).getLast().channel()).isEqualTo("email");
    assertThat(
            sql.sql("select count(*) from journal_entry where kind = 'delivery.moved_on'")
                .query(Long.class)
                .single())
        .isPositive();
    post.deliver();
    assertThat(post.received()).anyMatch(got -> got.to().contains("kim"));
  }

  @Test
  void whoIsGoneIsAnsweredByTheUsualWayAndTheComposerSaysWhy() {
    long id = writes("Jon", "The fan is loud");
    String at = link("jon");
    submit(at, "chat", "words", "Just so you know");
    clock.pass(Duration.ofMinutes(5));
    assertThat(cases.replyWay(cases.see(id, world.priya)))
        .hasValueSatisfying(way -> assertThat(way.medium()).isEqualTo(Medium.EMAIL));
    assertThat(cases.ways(cases.see(id, world.priya)))
        .filteredOn(w -> w.medium() == Medium.CHAT)
        .extracting(Way::shut)
        .containsExactly("messages.way.not-there");
  }

  @Test
  void theSameFormSentTwiceCountsOnceAndTheSameWordsSaidTwiceCountTwice() {
    long id = writes("Ivy", "The clock stops");
    String at = link("ivy");
    String seal = seal(page(at + "/chat"));
    post(at + "/chat", seal, "words", "Yes");
    post(at + "/chat", seal, "words", "Yes");
    assertThat(messages(id).stream().filter(m -> m.channel().equals("chat"))).hasSize(1);
    post(at + "/chat", seal(page(at + "/chat/words")), "words", "Yes");
    assertThat(messages(id).stream().filter(m -> m.channel().equals("chat"))).hasSize(2);
  }

  @Test
  void tooMuchInAMinuteIsRefusedAndTheWordsStay() {
    writes("Hal", "The tap drips");
    String at = link("hal");
    for (int i = 0; i < 20; i++) {
      submit(at, "chat", "words", "Word " + i);
    }
    MockHttpServletResponse more = submit(at, "chat", "words", "One more <word>");
    assertThat(more.getStatus()).isEqualTo(429);
    assertThat(text(more)).contains("Your words are still here", "One more &lt;word&gt;");
    clock.pass(Duration.ofMinutes(1));
    assertThat(submit(at, "chat", "words", "One more <word>").getStatus()).isEqualTo(302);
  }

  @Test
  void nothingIsSaidWithoutASealOfThisPage() {
    writes("Gus", "The bell rings");
    String at = link("gus");
    assertThat(post(at + "/chat", "no-seal", "words", "Hello").getStatus()).isEqualTo(422);
    assertThat(post(at + "/chat", seal(page(at + "/chat")), "words", "  ").getStatus())
        .isEqualTo(422);
  }

  private Message.Delivery delivery(long id) {
    return java.util.Objects.requireNonNull(messages(id).getLast().delivery());
  }
}
