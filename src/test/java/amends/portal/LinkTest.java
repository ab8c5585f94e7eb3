package amends.portal;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Case;
import amends.cases.Draft;
import amends.cases.Outcome;
import amends.cases.Settling;
import amends.customers.Channel;
import amends.messages.Disposition;
import amends.messages.Held;
import amends.messages.HeldKind;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.testing.DatabaseTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** The customer's own page, from outside: only with the link, only their case, and honest. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LinkTest extends Visiting {
  @Test
  void aLetterCarriesALinkToThatCaseAndTheRecordHoldsNone() {
    long id = writes("Ada", "The jug is broken");
    String page = link("ada");
    assertThat(page(page)).contains("The jug is broken", "A person answers you", "Fernhill");
    cases.reply(
        id,
        new Draft(
            "I am sorry.", "we send a jug", clock.instant().plus(Duration.ofHours(30)), false),
        world.priya);
    assertThat(link("ada")).as("one for each case and recipient").isEqualTo(page);
    assertThat(page(page)).contains("I am sorry.", "We send a jug", "Priya Nair looks after it");
    String token = page.substring(3);
    for (String column :
        List.of(
            "message.body", "message.reply_text", "journal_entry.payload", "portal_link.hash")) {
      String[] named = column.split("\\.", -1);
      long found =
          sql.sql("select count(*) from %s t where t::text like :token".formatted(named[0]))
              .param("token", "%" + token + "%")
              .query(Long.class)
              .single();
      assertThat(found).as(column).isZero();
    }
  }

  @Test
  void oneCustomersLinkNeverShowsAnothersCase() {
    long hers = writes("Bea", "Beas secret kettle");
    writes("Carl", "Carls toaster");
    String page = link("carl");
    assertThat(page(page)).contains("Carls toaster").doesNotContain("Beas secret");
    for (String way : List.of("/../" + hers, "?case=" + hers, "?id=" + hers)) {
      assertThat(text(open(page + way))).doesNotContain("Beas secret");
    }
    submit(link("bea"), "words", "words", "With a picture");
    assertThat(open(page + "/files/AAAAAAAAAAAAAAAAAAAAAA").getStatus()).isEqualTo(404);
    assertThat(post(page + "/words", seal(page(link("bea"))), "words", "not mine").getStatus())
        .as("a seal of another page")
        .isEqualTo(422);
  }

  @Test
  void whateverOpensNothingAnswersAlike() {
    writes("Dan", "A lamp");
    String page = link("dan");
    String unknown = text(open("/c/AAAAAAAAAAAAAAAAAAAAAA"));
    for (String wrong :
        List.of(
            page.substring(0, 24), page + "A", page.replace("/c/", "/c/x"), "/c/null", "/c/-")) {
      MockHttpServletResponse answer = open(wrong);
      assertThat(answer.getStatus()).as(wrong).isEqualTo(404);
      assertThat(text(answer)).isEqualTo(unknown);
    }
    MockHttpServletResponse answer = open(page);
    assertThat(answer.getHeader("Referrer-Policy")).isEqualTo("no-referrer");
    assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.getHeader("X-Robots-Tag")).contains("noindex");
    assertThat(answer.getHeaders("Set-Cookie")).isEmpty();
  }

  @Test
  void lookingAtAnyLinkInAnyLetterChangesNothing() {
    long id = writes("Eve", "A chair");
    String page = link("eve");
    submit(page, "words", "words", "It creaks");
    long before = traces();
    for (int twice = 0; twice < 2; twice++) {
      open(page);
      send(MockMvcRequestBuilders.head(page));
      open(page + "?done=words");
    }
    assertThat(traces()).isEqualTo(before);
    assertThat(customerSide.file(id).matter().closed()).isFalse();
  }

  private long traces() {
    return sql.sql(
            """
            select (select count(*) from journal_entry) + (select count(*) from portal_once)
              + (select count(*) from portal_knock) + (select count(*) from portal_link)
              + (select count(*) from message) + (select count(*) from spring_session)
            """)
        .query(Long.class)
        .single();
  }

  @Test
  void whatTheyWriteIsAMessageOfTheirsAndAnAnswerIsOwed() {
    long id = writes("Finn", "A desk");
    String page = link("finn");
    cases.reply(id, nothingMore("Nothing more."), world.priya);
    post.deliver();
    String seal = seal(page(page));
    assertThat(post(page + "/words", seal, "words", "One leg is <b>short</b>").getStatus())
        .isEqualTo(302);
    assertThat(post(page + "/words", seal, "words", "One leg is <b>short</b>").getStatus())
        .isEqualTo(302);
    assertThat(messages.about(cases.see(id, world.priya).asSubject()))
        .filteredOn(m -> m.channel().equals("page"))
        .singleElement()
        .satisfies(m -> assertThat(m.replyText()).isEqualTo("One leg is <b>short</b>"));
    assertThat(promises.about(cases.see(id, world.priya).asSubject()))
        .filteredOn(Promise::owed)
        .extracting(Promise::kind)
        .containsExactly(Promise.Kind.ANSWER);
    assertThat(page(page)).contains("One leg is &lt;b");
    MockHttpServletResponse refused = submit(page, "words", "words", "  ", "rep_name", "kept");
    assertThat(refused.getStatus()).isEqualTo(422);
    assertThat(text(refused)).contains("Write something here");
  }

  @Test
  void internalWordsAndOtherPeoplesLettersAreNotShown() {
    long id = writes("Gina", "A bed");
    String page = link("gina");
    cases.note(id, "She sounded unhappy", world.priya);
    cases.state(id, "colleague", "Marek", "I bent it myself", world.priya);
    assertThat(page(page)).doesNotContain("unhappy", "bent it");
  }

  /** The other side of a thread is a stranger, whatever a colleague did with the letter. */
  @Test
  void aStrangersLetterInTheCaseIsNotShownAndGetsThemNoLink() {
    long id = writes("Ned", "A vase");
    String page = link("ned");
    String replyTo =
        post.received().stream()
            .filter(got -> got.to().contains("ned@"))
            .map(got -> got.header("Reply-To").replaceFirst("(?s).*<", "").replace(">", "").strip())
            .findFirst()
            .orElseThrow();
    post.write(
        "Mallory <mallory@else.example>",
        replyTo,
        "<m1@else.example>",
        "Re: A vase",
        "Your code at the bank is 771199");
    Held held = messages.held(HeldKind.QUARANTINE, null, 10).getLast();
    messages.release(held.id(), world.hanna.actor(), new Disposition.AttachTo(Case.subject(id)));
    assertThat(page(page)).doesNotContain("771199");
    cases.reply(id, nothingMore("Thank you."), world.priya);
    post.deliver();
    assertThat(post.received()).noneMatch(got -> got.to().contains("mallory"));
  }

  @Test
  void aCallIsARequestUntilAColleaguePromisesIt() {
    long id = writes("Hal", "A sofa");
    String page = link("hal");
    Matcher slot = Pattern.compile("<option value=\"(20[^\"]+)\"").matcher(page(page));
    assertThat(slot.find()).isTrue();
    assertThat(submit(page, "call", "call_at", slot.group(1)).getStatus())
        .as("no number")
        .isEqualTo(422);
    assertThat(
            submit(page, "call", "call_at", slot.group(1), "call_number", "020 7946 0018")
                .getStatus())
        .isEqualTo(302);
    assertThat(page(page)).contains("not confirmed yet").doesNotContain("calls you");
    String number =
        sql.sql("select max(id)::text from portal_request").query(String.class).single();
    submitAs(world.priya.id(), id, "requests/" + number, "do", "accept");
    assertThat(page(page)).contains("Priya Nair calls you", "confirmed: see above");
    assertThat(submitAs(world.tom.id(), id, "requests/" + number, "do", "accept").getStatus())
        .isEqualTo(422);
  }

  @Test
  void telephoneAndAddressWantACodeThatIsGoodOnceAndForFiveTries() {
    long id = writes("Jo", "A cup");
    String page = link("jo");
    long customer = cases.see(id, world.priya).customerId();
    customers.addContact(customer, Channel.LETTER, "1 Mill Lane, Leeds LS1 4DY", Actor.SYSTEM);
    assertThat(page(page)).doesNotContain("Mill Lane");
    assertThat(submit(page, "details", "do", "show", "code", "000000").getStatus()).isEqualTo(422);
    assertThat(submit(page, "code").getStatus()).isEqualTo(302);
    String code = code("jo");
    assertThat(
            sql.sql("select count(*) from message where body like :code")
                .param("code", "%" + code + "%")
                .query(Long.class)
                .single())
        .isZero();
    String shown = text(submit(page, "details", "do", "show", "code", code));
    assertThat(shown).contains("1 Mill Lane");
    assertThat(submit(page, "details", "do", "show", "code", code).getStatus())
        .as("once")
        .isEqualTo(422);

    submit(page, "code");
    String second = code("jo");
    String wrong = second.equals("123456") ? "654321" : "123456";
    for (int i = 0; i < StepUp.TRIES; i++) {
      assertThat(submit(page, "details", "do", "show", "code", wrong).getStatus()).isEqualTo(422);
    }
    assertThat(submit(page, "details", "do", "show", "code", second).getStatus())
        .as("tried too often")
        .isEqualTo(422);

    submit(page, "code");
    String third = code("jo");
    MockHttpServletResponse bad =
        submit(page, "details", "do", "save", "code", third, "phone", "12");
    assertThat(bad.getStatus()).isEqualTo(422);
    assertThat(text(bad)).contains("value=\"12\"");
    assertThat(
            submit(page, "details", "do", "save", "code", third, "phone", "0113 496 0018")
                .getStatus())
        .as("the code is still good")
        .isEqualTo(302);
    assertThat(customers.reach(customer, Channel.PHONE).orElseThrow().address())
        .isEqualTo("0113 496 0018");

    submit(page, "code");
    String late = code("jo");
    clock.pass(Duration.ofMinutes(11));
    assertThat(submit(page, "details", "do", "show", "code", late).getStatus())
        .as("late")
        .isEqualTo(422);
  }

  @Test
  void theirWordAfterItWasSettledClosesOrReopens() {
    long id = writes("Kim", "A rug");
    String page = link("kim");
    cases.reply(id, nothingMore("A new one is there."), world.priya);
    post.deliver();
    settle(id);
    assertThat(
            submit(page, "right", "right", "no", "right_words", "It is the wrong colour")
                .getStatus())
        .isEqualTo(302);
    assertThat(cases.see(id, world.priya).settled()).isFalse();
    cases.reply(id, nothingMore("The right colour is there."), world.priya);
    post.deliver();
    settle(id);
    assertThat(page(page)).contains("Is it right now?", "We have put it right.");
    assertThat(submit(page, "right", "right", "yes").getStatus()).isEqualTo(302);
    assertThat(cases.see(id, world.priya).closed()).isTrue();
    assertThat(page(page)).contains("This matter is closed");
    submit(page, "words", "words", "It broke again");
    assertThat(cases.see(id, world.priya).closed()).isFalse();
  }

  private void settle(long id) {
    cases.settle(
        id,
        new Settling(
            Outcome.MADE_RIGHT,
            "A new rug.",
            null,
            null,
            null,
            null,
            clock.instant().plus(Duration.ofHours(20)),
            null),
        world.priya);
  }

  @Test
  void aBrokenPromiseIsSaidToBeBroken() {
    long id = writes("Lou", "A pan");
    String page = link("lou");
    long next = Objects.requireNonNull(cases.see(id, world.priya).nextPromiseId());
    clock.set(promises.promise(next).dueAt().plusSeconds(1));
    while (alarmClock.perform()) {}
    assertThat(page(page)).contains("We have not kept our word to you", "not kept: it was due");
  }

  @Test
  void aColleagueDoesItAllForSomebodyOnThePhoneOnceSureWhoItIs() {
    long id = writes("Mia", "A fan");
    link("mia");
    customers.addContact(
        cases.see(id, world.priya).customerId(), Channel.PHONE, "0113 496 0019", Actor.SYSTEM);
    assertThat(submitAs(world.priya.id(), id, "words", "words", "It rattles").getStatus())
        .isEqualTo(422);
    assertThat(submitAs(world.priya.id(), id, "identity", "way", "phone").getStatus())
        .isEqualTo(422);
    assertThat(
            submitAs(
                    world.priya.id(),
                    id,
                    "identity",
                    "way",
                    "phone",
                    "fact",
                    "email",
                    "fact",
                    "phone")
                .getStatus())
        .isEqualTo(302);
    assertThat(submitAs(world.priya.id(), id, "words", "words", "It rattles").getStatus())
        .isEqualTo(302);
    assertThat(submitAs(world.priya.id(), id, "reach", "rhythm", "changes").getStatus())
        .isEqualTo(302);
    assertThat(submitAs(world.tom.id(), id, "words", "words", "Me too").getStatus())
        .as("another colleague")
        .isEqualTo(422);
    clock.pass(Identities.VALID.plusMinutes(1));
    assertThat(submitAs(world.priya.id(), id, "words", "words", "Later").getStatus())
        .isEqualTo(422);
    assertThat(page(link("mia"))).contains("It rattles");
    assertThat(context.getBean(References.class).find(Reference.of(id), world.priya)).contains(id);
    assertThat(context.getBean(References.class).find(Reference.of(id), world.sam)).isEmpty();
    assertThat(Reference.read(id + "ZZZ")).isEmpty();
  }
}
