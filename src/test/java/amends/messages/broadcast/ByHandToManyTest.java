package amends.messages.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Purpose;
import amends.messages.Errand;
import amends.messages.Errands;
import amends.messages.ManyErrands;
import amends.messages.ManyErrands.Left;
import amends.messages.Medium;
import amends.messages.broadcast.Broadcast.Ways;
import amends.messages.broadcast.Broadcast.Words;
import amends.messages.post.LetterPrint;
import amends.shared.Actor;
import amends.shared.Refusal;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One text to many whom colleagues reach: letters are printed and posted, calls are made. */
class ByHandToManyTest extends ManyPeople {
  @Autowired Errands errands;
  @Autowired ManyErrands many;
  @Autowired LetterPrint print;

  private Customer byPost(String name) {
    Customer one = world.customer(name, name.toLowerCase().replace(' ', '.') + "@gone.example");
    sql.sql("delete from contact_point where customer_id = :id").param("id", one.id()).update();
    customers.addContact(
        one.id(), Channel.LETTER, one.id() + " Mill Lane, Leeds LS1 1AA", Actor.SYSTEM);
    return one;
  }

  private Customer byPhone(String name, String number) {
    Customer one = world.customer(name, name.toLowerCase().replace(' ', '.') + "@home.example");
    customers.addContact(one.id(), Channel.PHONE, number, Actor.SYSTEM);
    sql.sql("update customer set preferred_channel = 'phone' where id = :id")
        .param("id", one.id())
        .update();
    return one;
  }

  private long going(Ways ways, Purpose purpose, String body) {
    long id =
        broadcasts.write(
            new Words(world.brand.id(), purpose, ways, "Your heater, {first name}", body),
            world.admin);
    broadcasts.whom(id, "everyone", Map.of(), null, world.admin);
    work();
    start(id);
    return id;
  }

  private long going(Ways ways) {
    return going(ways, Purpose.SERVICE, "Hello {first name}, switch it off.");
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  @Test
  void eachGoesTheWayThatTheyPreferAndWhatColleaguesOweIsCountedApart() {
    people(2);
    byPost("Wilma Klee");
    byPhone("Tove Lind", "+4520123456");
    long id = going(Ways.ANY);
    assertThat(following.byChannel(id, world.admin))
        .isEqualTo(Map.of("email", 2, "letter", 1, "phone", 1));

    post.deliverToMany();

    assertThat(reach(id)).returns(2, Reach::reached).returns(2, Reach::coming);
    assertThat(reach(id).byHand()).isEqualTo(new Left(1, 0, 1));
    assertThat(errands.tasks(10))
        .singleElement()
        .returns(Medium.PHONE, Errand::medium)
        .satisfies(call -> {
          assertThat(call.words()).startsWith("Hello Tove, switch it off.");
          assertThat(call.address()).contains("20123456");
        });
  }

  @Test
  void lettersArePrintedARunAtATimeAndCountOnceTheyArePosted() throws Exception {
    byPost("Wilma Klee");
    byPost("Otto Klee");
    long id = going(Ways.LETTER);
    assertThat(many.piles())
        .singleElement()
        .returns(2, ManyErrands.Pile::toPrint)
        .returns(false, ManyErrands.Pile::resting);

    ManyErrands.Printed run = many.print(id, world.admin);

    assertThat(run.letters()).isEqualTo(2);
    assertThat(reach(id).byHand()).isEqualTo(new Left(0, 2, 0));
    assertThat(text(print.pdf(errands.batch(run.batch()))))
        .contains("Wilma Klee", "Otto Klee", "Your heater, Wilma", "Hello Otto, switch it off.")
        .contains("nothing more from us about this unless you write to us")
        .doesNotContain("answer this e-mail");
    assertThat(many.print(id, world.admin).batch()).as("nothing is left to print").isZero();

    errands.postedAll(run.batch(), world.admin.actor());

    assertThat(reach(id)).returns(2, Reach::reached).returns(Left.NONE, Reach::byHand);
    clock.pass(Duration.ofMinutes(2));
    work();
    assertThat(see(id).state(clock.instant())).isEqualTo(Broadcast.State.DONE);
    assertThat(new BroadcastCheck(sql).run()).isEmpty();
    errands.returned(errands.batch(run.batch()).getFirst().id(), "moved away");
    assertThat(reach(id)).returns(1, Reach::reached).returns(1, Reach::unreached);
  }

  @Test
  void whoSaysNoOrHasAnotherCardIsLeftOutInTheMomentOfPrinting() {
    Customer wilma = byPost("Wilma Klee");
    Customer otto = byPost("Otto Klee");
    Customer ottos = byPost("Otto E Klee");
    byPost("Ida Klee");
    long id = going(Ways.LETTER);
    choices.say(
        wilma.id(), Purpose.SERVICE, Channel.LETTER, false, "page", Actor.customer(wilma.id()));
    customers.merge(otto.id(), ottos.id(), Actor.SYSTEM);

    ManyErrands.Printed run = many.print(id, world.admin);

    assertThat(run).returns(2, ManyErrands.Printed::letters).returns(2, p -> p.leftOut());
    assertThat(errands.batch(run.batch()))
        .extracting(Errand::customerId)
        .doesNotContain(wilma.id(), Math.max(otto.id(), ottos.id()));
    errands.postedAll(run.batch(), world.admin.actor());
    clock.pass(Duration.ofMinutes(2));
    assertThat(many.print(id, world.admin).batch()).isZero();
    assertThat(reach(id)).returns(2, Reach::reached).returns(2, Reach::suppressed);
    assertThat(reach(id).coming()).isZero();
  }

  @Test
  void whoSaidNoBeforeItStartedIsLeftOutAtOnceUnlessItIsAboutADanger() {
    Customer wilma = byPost("Wilma Klee");
    choices.say(
        wilma.id(), Purpose.SERVICE, Channel.LETTER, false, "page", Actor.customer(wilma.id()));
    assertThat(reach(going(Ways.LETTER))).returns(1, Reach::suppressed).returns(0, Reach::coming);
    long danger = going(Ways.LETTER, Purpose.SAFETY, "Unplug it now.");
    assertThat(reach(danger).byHand()).isEqualTo(new Left(1, 0, 0));
  }

  @Test
  void pausedNothingIsPrintedOrCalledAndCorrectedWhatIsPrintedIsTakenOut() {
    byPost("Wilma Klee");
    byPost("Otto Klee");
    byPhone("Tove Lind", "+4520123456");
    long id = going(Ways.ANY);
    ManyErrands.Printed run = many.print(id, world.admin);
    errands.posted(errands.batch(run.batch()).getFirst().id(), world.admin.actor());

    broadcasts.pause(id, world.admin);
    assertThat(errands.tasks(10)).isEmpty();
    assertThat(many.piles()).allMatch(ManyErrands.Pile::resting);
    assertThatThrownBy(() -> many.print(id, world.admin))
        .isInstanceOf(Refusal.class)
        .hasMessage("messages.errand.resting");

    broadcasts.resume(id, world.admin);
    long correction = broadcasts.correct(id, world.admin);
    work();
    assertThat(listed(correction).people()).as("who got the letter is left out").isEqualTo(2);
    start(correction);

    List<Errand> printed = errands.batch(run.batch());
    assertThat(printed.getFirst().notSent()).isNull();
    assertThat(printed.getLast().notSent()).isEqualTo("messages.not-sent.superseded");
    assertThatThrownBy(() -> errands.posted(printed.getLast().id(), world.admin.actor()))
        .hasMessage("messages.errand.stopped");
    errands.postedAll(run.batch(), world.admin.actor());
    assertThat(reach(id)).returns(1, Reach::reached).returns(2, Reach::stopped);
    assertThat(reach(correction).byHand()).isEqualTo(new Left(1, 0, 1));
  }

  @Test
  void aCallIsMadeOnceAndWhoSaysNoWhileItWaitsIsNotCalled() {
    byPhone("Tove Lind", "+4520123456");
    Customer ida = byPhone("Ida Holm", "+4520123457");
    long id = going(Ways.PHONE);
    assertThat(errands.tasks(10)).hasSize(2);
    choices.say(ida.id(), Purpose.SERVICE, Channel.PHONE, false, "page", Actor.customer(ida.id()));
    clock.pass(Duration.ofMinutes(1));
    work();

    assertThat(errands.tasks(10)).hasSize(1);
    errands.called(errands.tasks(10).getFirst().id(), Errands.Outcome.REACHED, 2, "", world.admin);

    assertThat(reach(id)).returns(1, Reach::reached).returns(1, Reach::suppressed);
    clock.pass(Duration.ofMinutes(2));
    work();
    assertThat(see(id).state(clock.instant())).isEqualTo(Broadcast.State.DONE);
    assertThat(new BroadcastCheck(sql).run()).isEmpty();
  }

  @Test
  void aNumberThatIsNotTheirsAnyMoreGoesAnotherWay() {
    Customer tove = byPhone("Tove Lind", "+4520123456");
    long id = going(Ways.PHONE);
    errands.called(
        errands.tasks(10).getFirst().id(), Errands.Outcome.WRONG_NUMBER, null, "", world.admin);
    post.deliverToMany();
    assertThat(receivers()).containsExactly("tove.lind@home.example");
    assertThat(reach(id)).returns(1, Reach::reached);
    assertThat(customers.contacts(tove.id()))
        .noneMatch(c -> c.channel() == Channel.PHONE && c.living());
  }

  @Test
  void whatNoFaceOfOursHasIsRefusedInTheWordsAndLeftOutInAName() {
    byPost("Wilma Klee");
    byPost("ᚠᚢᚦ ᚨᚱᚲ");
    long runes =
        broadcasts.write(
            new Words(world.brand.id(), Purpose.SERVICE, Ways.LETTER, "Heater", "Hello ᚠ."),
            world.admin);
    broadcasts.whom(runes, "everyone", Map.of(), null, world.admin);
    work();
    assertThatThrownBy(() -> broadcasts.start(runes, "2", world.admin))
        .hasMessage("messages.broadcast.refusal.unprintable");

    long id = going(Ways.LETTER);
    assertThat(reach(id)).returns(1, Reach::suppressed).returns(1, Reach::coming);
    assertThat(following.people(id, Recipient.State.SUPPRESSED, 0, 10, world.admin))
        .singleElement()
        .returns("messages.not-sent.unprintable", Recipient::why);
  }
}
