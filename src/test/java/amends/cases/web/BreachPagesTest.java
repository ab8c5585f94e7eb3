package amends.cases.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import amends.cases.Breach;
import amends.cases.Breaches;
import amends.promises.BookingSheet;
import amends.promises.Bookings;
import amends.promises.Guarantee;
import amends.promises.Guarantees;
import amends.promises.Promise;
import amends.remedies.RemedyFailed;
import amends.shared.Acts;
import amends.testing.DatabaseTest;
import amends.time.AlarmClock;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;

/** What happens when a standing promise is not kept, on pages: proposed, given, or said. */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BreachPagesTest extends RemedyDesk {
  @Autowired Guarantees guarantees;
  @Autowired Breaches breaches;
  @Autowired Bookings bookings;
  @Autowired AlarmClock alarms;
  @Autowired ApplicationEventPublisher events;
  @Autowired Acts acts;

  private Guarantee published(String... more) throws Exception {
    String[] fields = {
      "title",
      "On the hour",
      "words",
      "We write when we said.",
      "scope",
      "Everybody.",
      "if_not",
      "You get ten pounds."
    };
    String[] all = Stream.concat(Arrays.stream(fields), Arrays.stream(more)).toArray(String[]::new);
    clock.pass(Duration.ofMinutes(1));
    var answer = submit(world.admin, "/guarantees", all);
    assertThat(answer.getStatus()).as(said(answer)).isEqualTo(302);
    return guarantees.standing().stream().max(Comparator.comparing(Guarantee::id)).orElseThrow();
  }

  private void late(Instant due) {
    clock.set(due.plusSeconds(1));
    while (alarms.perform()) {}
  }

  private void nobodyWrote() {
    late(
        promises.about(matter.asSubject()).stream()
            .filter(Promise::owed)
            .map(Promise::dueAt)
            .max(Comparator.naturalOrder())
            .orElseThrow());
  }

  private Breach breach() {
    return breaches.in(matter.id(), world.priya).getFirst();
  }

  private String here(Breach breach) {
    return "/cases/" + matter.id() + "/guarantees/" + breach.id() + "/answer";
  }

  @Test
  void itsRemedyStandsReadyAndTheGrantAnswersIt() throws Exception {
    Guarantee hour =
        published(
            "cover_contact",
            "yes",
            "remedy",
            "part-refund",
            "amount",
            "10",
            "currency",
            "GBP",
            "step",
            "ring");
    clock.pass(Duration.ofMinutes(1));
    aBrokenJug();
    nobodyWrote();
    String page = page(world.priya, "/cases/" + matter.id());
    assertThat(page)
        .contains(
            "A standing promise was not kept",
            "You get ten pounds.",
            "Give it: Money back, £10.00",
            "?compose=call#composer");
    Matcher link =
        Pattern.compile("href=\"(/cases/\\d+/remedies/new\\?remedy=[^\"]+)\"[^>]*>Give it")
            .matcher(page);
    assertThat(link.find()).isTrue();
    URI ready = URI.create(link.group(1).replace("&amp;", "&"));
    assertThat(send(get(ready).accept("text/html"), world.priya).getContentAsString())
        .contains("value=\"10.00\"", "On the hour");

    give(world.priya, money(), "amount", "9.00", "currency", "GBP");
    assertThat(breach().open()).as("too little").isTrue();
    give(world.priya, money(), "amount", "10.00", "currency", "GBP");
    assertThat(breach().answer()).isEqualTo(Breach.Answer.GRANTED);
    assertThat(page(world.priya, "/cases/" + matter.id())).contains("What happens then was given");
    assertThat(page(world.priya, "/guarantees"))
        .contains("Broken once in the last 28 days", "Nothing is open.", "a further word");

    long grant = given().getLast().id();
    acts.run(() -> events.publishEvent(new RemedyFailed(grant, clock.instant(), "not_done")));
    assertThat(breach().open()).as("what did not leave was not given").isTrue();

    assertThat(submit(world.priya, here(breach()), "answer", "done").getStatus()).isEqualTo(422);
    assertThat(
            submit(world.priya, here(breach()), "answer", "done", "reason", "In cash.").getStatus())
        .isEqualTo(302);
    assertThat(page(world.priya, "/cases/" + matter.id())).contains("Done: In cash.");
    assertThat(page(world.priya, "/guarantees/" + hour.id())).contains("Nothing is open here.");
    assertThat(page(world.priya, "/guarantees/" + hour.id() + "?state=all"))
        .contains("Ruth Adeyemi", "Done: In cash.");
    guarantees.retire(hour.id(), world.admin.actor());
  }

  @Test
  void whoHasNoCaseGetsOneFromTheList() throws Exception {
    Guarantee parcels = published("cover_delivery", "yes", "step", "write");
    clock.pass(Duration.ofMinutes(1));
    Instant due = clock.instant().plusSeconds(3_600);
    long parcel =
        Objects.requireNonNull(
            bookings
                .enter(
                    List.of(
                        new BookingSheet(
                            "P-1",
                            "delivery",
                            matter.customerId(),
                            new BookingSheet.Whose(world.brand.id(), world.home.id(), null, true),
                            null,
                            "Your parcel comes",
                            "",
                            "",
                            due,
                            BookingSheet.Fate.STANDS)),
                    "api",
                    world.priya.actor())
                .getFirst()
                .id());
    late(due);
    assertThat(page(world.priya, "/bookings/" + parcel)).contains("You get ten pounds.");
    assertThat(page(world.priya, "/customers/" + matter.customerId()))
        .contains("A standing promise was not kept", "You get ten pounds.");
    String list = page(world.priya, "/guarantees/" + parcels.id());
    Matcher open = Pattern.compile("action=\"(/guarantees/[^\"]+/case)\"").matcher(list);
    assertThat(open.find()).isTrue();
    assertThat(send(get("/guarantees/" + parcels.id()), world.sam).getContentAsString())
        .as("no other team's customers")
        .doesNotContain("Ruth Adeyemi");
    assertThat(submit(world.sam, open.group(1)).getStatus()).isEqualTo(404);
    String to = submit(world.priya, open.group(1)).getRedirectedUrl();
    assertThat(to).startsWith("/cases/");
    assertThat(page(world.priya, Objects.requireNonNull(to)))
        .contains("A standing promise was not kept", "Write to the customer");
    guarantees.retire(parcels.id(), world.admin.actor());
  }

  @Test
  void whatIsProposedHasToBeGivable() throws Exception {
    String[] day = {
      "title",
      "A day",
      "words",
      "A person answers.",
      "scope",
      "Everybody.",
      "if_not",
      "We ring.",
      "cover_answer",
      "yes"
    };
    for (String[] more :
        new String[][] {
          {"amount", "10", "currency", "GBP"},
          {"remedy", "part-refund", "amount", "0", "currency", "GBP"},
          {"remedy", "flowers", "amount", "3", "currency", "GBP"}
        }) {
      String[] all = Stream.concat(Arrays.stream(day), Arrays.stream(more)).toArray(String[]::new);
      var answer = submit(world.admin, "/guarantees", all);
      assertThat(answer.getStatus()).as(String.join(" ", more)).isEqualTo(422);
      assertThat(answer.getContentAsString())
          .as("what was typed is kept")
          .contains("A person answers.")
          .containsPattern("name=\"cover_answer\"[^>]*checked");
    }
  }
}
