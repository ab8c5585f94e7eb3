package amends.portal;

import static org.assertj.core.api.Assertions.assertThat;

import amends.cases.Case;
import amends.cases.ContactRule;
import amends.cases.ContactRules;
import amends.messages.Direction;
import amends.messages.Message;
import amends.promises.Promise;
import amends.testing.DatabaseTest;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;

/** Whom a customer names on their page speaks for them once a colleague has confirmed it. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RepresentativeTest extends Visiting {
  @Autowired ContactRules rules;

  private long names(long id, String page, String who, String reach) {
    assertThat(
            submit(page, "representative", "rep_name", who, "rep_reach", reach, "rep_scope", "All")
                .getStatus())
        .isEqualTo(302);
    return sql.sql("select max(id) from portal_request where case_id = :case")
        .param("case", id)
        .query(Long.class)
        .single();
  }

  private MockHttpServletResponse confirms(long id, long request, String manner, String evidence) {
    return submitAs(
        world.priya.id(),
        id,
        "requests/" + request,
        "do",
        "confirm",
        "who",
        "Mia Okoro",
        "reach",
        "mia-" + id + "@okoro.example",
        "affiliation",
        "daughter",
        "evidence",
        evidence,
        "scope",
        "the delivery",
        "may",
        "hear",
        "manner",
        manner,
        "by",
        "in 30 days");
  }

  private List<String> lettersTo(long id, String words) {
    return messages.about(Case.subject(id)).stream()
        .filter(m -> m.direction() == Direction.OUT && m.text().contains(words))
        .map(Message::address)
        .toList();
  }

  @Test
  void confirmedItIsTheRuleOfTheCaseAndTheCustomerIsTold() {
    long id = writes("Ada", "A wardrobe");
    String page = link("ada");
    cases.reply(id, nothingMore("We have looked."), world.priya);
    post.deliver();
    clock.pass(Duration.ofMinutes(1));
    long request = names(id, page, "Mia Okoro", "mia-" + id + "@okoro.example");
    assertThat(rules.standing(id, world.priya)).as("not before somebody checked").isEmpty();

    assertThat(confirms(id, request, "instead", " ").getStatus()).as("no evidence").isEqualTo(422);
    assertThat(confirms(id, request, "instead", "a signed letter").getStatus()).isEqualTo(302);

    ContactRule.Speaker speaker =
        Objects.requireNonNull(rules.standing(id, world.priya).getFirst().speaker());
    assertThat(speaker.evidence()).isEqualTo("a signed letter");
    assertThat(speaker.instead()).isTrue();
    assertThat(lettersTo(id, "speaks for you")).containsExactly("ada@customer.example");
    assertThat(page(page)).contains("confirmed");
    post.deliver();
    assertThat(promises.about(Case.subject(id)))
        .as("the letter was the answer to what they asked")
        .noneMatch(p -> p.owed() && p.kind() == Promise.Kind.ANSWER);

    cases.reply(id, nothingMore("And now this."), world.priya);
    assertThat(lettersTo(id, "And now this.")).containsExactly("mia-" + id + "@okoro.example");
    assertThat(confirms(id, request, "instead", "again").getStatus())
        .as("decided once")
        .isEqualTo(422);
    post.deliver();
  }

  @Test
  void declinedTheyAreToldWhyAndWhatHappensNext() {
    long id = writes("Bea", "A chest");
    String page = link("bea");
    long request = names(id, page, "Somebody", "0113 496 0000");

    assertThat(submitAs(world.priya.id(), id, "requests/" + request, "do", "decline").getStatus())
        .as("not without a reason")
        .isEqualTo(422);
    submitAs(
        world.priya.id(),
        id,
        "requests/" + request,
        "do",
        "decline",
        "why",
        "The letter that you sent is not signed.");

    assertThat(rules.standing(id, world.priya)).isEmpty();
    assertThat(lettersTo(id, "is not signed")).containsExactly("bea@customer.example");
    assertThat(lettersTo(id, "What happens next: "))
        .as("what they wrote about first is still to be answered")
        .isNotEmpty();
    assertThat(promises.about(Case.subject(id)))
        .anyMatch(p -> p.owed() && p.kind() == Promise.Kind.ANSWER);
    assertThat(page(page)).contains("is not signed");
    post.deliver();
  }

  @Test
  void whatWasSaidSinceIsStillToBeAnswered() {
    long id = writes("Cleo", "A desk");
    String page = link("cleo");
    cases.reply(id, nothingMore("We have looked."), world.priya);
    post.deliver();
    clock.pass(Duration.ofMinutes(1));
    long request = names(id, page, "Mia Okoro", "mia-" + id + "@okoro.example");
    clock.pass(Duration.ofMinutes(1));
    submit(page, "words", "words", "And when do you come?");
    confirms(id, request, "also", "she rang, and knew the code word");
    post.deliver();

    assertThat(promises.about(Case.subject(id)))
        .anyMatch(p -> p.owed() && p.kind() == Promise.Kind.ANSWER);
  }

  @Test
  void aColleagueDoesTheSameForSomebodyOnTheTelephone() {
    long id = writes("Dot", "A stool");
    post.deliver();
    assertThat(
            submitAs(
                    world.priya.id(),
                    id,
                    "representative",
                    "rep_name",
                    "Mia Okoro",
                    "rep_reach",
                    "mia-" + id + "@okoro.example")
                .getStatus())
        .as("not before making sure who it is")
        .isEqualTo(422);
    submitAs(world.priya.id(), id, "identity", "way", "phone", "fact", "email");
    submitAs(
        world.priya.id(),
        id,
        "representative",
        "rep_name",
        "Mia Okoro",
        "rep_reach",
        "mia-" + id + "@okoro.example");
    long request =
        sql.sql("select max(id) from portal_request where case_id = :case")
            .param("case", id)
            .query(Long.class)
            .single();

    assertThat(confirms(id, request, "also", "said on the telephone").getStatus()).isEqualTo(302);
    assertThat(rules.standing(id, world.priya)).hasSize(1);
    post.deliver();
  }
}
