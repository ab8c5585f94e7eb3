package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;

import amends.messages.Disposition;
import amends.messages.Letterbox;
import amends.messages.MailPerson;
import amends.messages.Slip;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.staff.Permits;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Hurt and danger are heard over whichever channel they are told, in four languages. */
class HeardElsewhereTest extends Telling {
  @Autowired Letterbox letterbox;
  @Autowired Calls calls;
  @Autowired CustomerSide customerSide;
  @Autowired Harms harms;
  @Autowired HarmDenials denials;
  @Autowired Queue queue;
  @Autowired Permits permits;

  private List<Long> hurt() {
    Queue.Look look =
        new Queue.Look(Queue.View.ALL, world.hanna, permits.visible(world.hanna), clock.instant());
    return queue.part(look, Queue.Part.HARM, 100).stream().map(Queue.Row::id).toList();
  }

  private long says(String door, String subject, String words, Disposition where) {
    Slip slip =
        new Slip(
            door,
            new MailPerson("Ruth Adeyemi", "ruth-" + door + test + "@adeyemi.example"),
            world.brand.senderAddress(),
            subject,
            words,
            List.of());
    Actor by = Actor.customer(world.ruth().id());
    return letterbox.drop(slip, where, by).about().id();
  }

  private Disposition in(Case matter) {
    return new Disposition.AttachTo(matter.asSubject());
  }

  @ParameterizedTest
  @ValueSource(strings = {"sms", "social", "public", "form"})
  void aNewCaseFromAnyDoorIsRaised(String door) {
    Disposition where =
        door.equals("form")
            ? new Disposition.OpenUnconfirmed("form")
            : new Disposition.OpenFor(world.ruth().id(), door.equals("public") ? "social" : door);
    long id = says(door, "", "the kettle burned my hand", where);
    assertThat(hurt()).contains(id);
    assertThat(next(rows.get(id)).kind()).isEqualTo(Promise.Kind.CONTACT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"page", "chat", "sms", "social"})
  void wordsAboutACaseThatIsThereRaiseIt(String door) {
    Case matter = matter("Kettle");
    says(door, matter.subject(), "There is smoke coming out of it.", in(matter));
    assertThat(hurt()).contains(matter.id());
    assertThat(harms.of(matter.id(), world.priya).getFirst().heardIn()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Der Akku hat Feuer gefangen.",
        "Mein Sohn hat sich die Hand verbrannt",
        "La batterie a pris feu",
        "Ma fille s'est coupé le doigt.",
        "Huele a gas en la cocina",
        "Mi hijo se quemó la mano."
      })
  void isHeardInOtherLanguages(String words) {
    long id = says("sms", "", words, new Disposition.OpenFor(world.ruth().id(), "sms"));
    assertThat(hurt()).contains(id);
  }

  @Test
  void theSubjectOfTheirCaseIsNotHeardAgainWithEveryWord() {
    Case matter = matter("The kettle caught fire");
    says("chat", matter.subject(), "Thank you for calling so quickly.", in(matter));
    assertThat(hurt()).doesNotContain(matter.id());
  }

  private Heard heard(String said) {
    return new Heard(
        said,
        "",
        4,
        promising("", "We send a new one", clock.instant().plus(Duration.ofHours(20))));
  }

  @Test
  void aCallThatIsWrittenDownRaisesTheCaseOnce() {
    Case matter = matter("Kettle");
    calls.about(matter.id(), heard("The lid came off and she burned her arm."), world.priya);
    assertThat(hurt()).contains(matter.id());
    Harm.Report report = harms.of(matter.id(), world.priya).getFirst();
    assertThat(report.reportedBy()).isNull();
    assertThat(report.heardIn()).isNull();
    assertThat(report.harm().injury()).contains("burned her arm");

    cases.call(matter.id(), "out", null, nothingMore("She has seen a doctor."), world.priya);
    calls.about(matter.id(), heard("Her burned arm is better."), world.priya);
    assertThat(hurt()).doesNotContain(matter.id());
  }

  private Draft weLook(String said) {
    return promising(said, "We look at it", clock.instant().plus(Duration.ofHours(3)));
  }

  @Test
  void whatIsToldInPersonIsHeardToo() {
    Case visited = matter("Shop");
    cases.state(visited.id(), "customer", "Ruth", "I slipped and broke my arm.", world.priya);
    Case rang = matter("Ring");
    cases.call(rang.id(), "in", 3, weLook("He says it smells of gas."), world.priya);
    Case told = matter("Page");
    customerSide.told(told.id(), "Ruth", "The brakes failed on the way home.", world.priya);
    assertThat(hurt()).contains(visited.id(), rang.id(), told.id());
  }

  @Test
  void whatAColleagueTellsIsNoCustomersHurt() {
    Case matter = matter("Shop");
    cases.state(matter.id(), "colleague", "Tom", "Nothing caught fire here.", world.priya);
    assertThat(hurt()).doesNotContain(matter.id());
  }

  @Test
  void whatWasHeardInACallIsDeniedInASentence() {
    Case matter = matter("Cinema");
    cases.call(matter.id(), "in", 3, weLook("In the film a car exploded."), world.priya);
    assertThat(hurt()).contains(matter.id());
    denials.deny(matter.id(), "He told of a film.", world.priya);
    assertThat(hurt()).doesNotContain(matter.id());
    assertThat(harms.of(matter.id(), world.priya)).isEmpty();
  }
}
