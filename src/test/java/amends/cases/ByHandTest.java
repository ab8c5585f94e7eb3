package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.customers.Channel;
import amends.customers.Choices;
import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.Purpose;
import amends.customers.Stranger;
import amends.messages.Errand;
import amends.messages.Errands;
import amends.messages.Medium;
import amends.messages.Message;
import amends.messages.post.LetterPrint;
import amends.promises.Promise;
import amends.shared.Actor;
import amends.shared.Duty;
import amends.shared.Refusal;
import amends.staff.Letterheads;
import amends.testing.Fernhill;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What colleagues carry: a letter, a call and its confirmation, a note by hand. */
class ByHandTest extends Telling {
  @Autowired Errands errands;
  @Autowired LetterPrint print;
  @Autowired Letterheads letterheads;
  @Autowired Choices choices;
  @Autowired Drafts drafts;
  @Autowired Replies replies;
  @Autowired List<Duty> duties;

  @BeforeEach
  void inTheMorning() {
    clock.set(Instant.parse("2026-05-12T09:00:00Z"));
  }

  private Customer byPost(String name) {
    return customers.meet(
        Stranger.person(
            name, Channel.LETTER, test + " Mill Lane, Leeds LS1 4AB", Locale.UK, Fernhill.LONDON),
        Actor.SYSTEM);
  }

  private Customer byPhone(String name, String email) {
    Customer customer = world.customer(name, email);
    long phone =
        customers.addContact(
            customer.id(), Channel.PHONE, "+44113496" + (1000 + test), Actor.SYSTEM);
    customers.prefer(customer.id(), phone, Actor.customer(customer.id()));
    return customers.customer(customer.id());
  }

  private long caseOf(Customer customer) {
    return cases
        .open(
            new NewCase(
                world.brand.id(),
                world.home.id(),
                world.priya.id(),
                customer.id(),
                "phone",
                "A cracked jug",
                "The jug came cracked.",
                null,
                null,
                null,
                true,
                Promise.Kind.ANSWER,
                "A person answers you",
                clock.instant().plus(Duration.ofHours(6)),
                world.priya.actor()),
            world.priya)
        .id();
  }

  private Draft answer(String text) {
    return promising(text, "Your new jug leaves", clock.instant().plus(Duration.ofDays(2)));
  }

  private Message lastOf(long matter) {
    return messages.about(Case.subject(matter)).getLast();
  }

  private Errand errandOf(long matter) {
    return errands.open(100).stream()
        .filter(e -> e.about().equals(Case.subject(matter)))
        .findFirst()
        .orElseThrow();
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private List<Promise> owed(long matter) {
    return promises.about(Case.subject(matter)).stream().filter(Promise::owed).toList();
  }

  @Test
  void aLetterBearsThePaperOfItsBrand() throws Exception {
    long matter = caseOf(byPost("Wilma Grünkohl"));
    cases.reply(matter, answer("We are sorry."), world.priya);
    Errand letter = errandOf(matter);
    ByteArrayOutputStream logo = new ByteArrayOutputStream();
    ImageIO.write(new BufferedImage(300, 80, BufferedImage.TYPE_INT_RGB), "png", logo);
    letterheads.set(
        letter.brandId(),
        "Kiln Yard 3\nLeeds LS1 9ZZ",
        "Registered as <Fernhill> no. 123",
        new Letterheads.Picture.Anew(logo.toByteArray()),
        Actor.SYSTEM);

    byte[] pdf = print.pdf(List.of(letter));
    assertThat(text(pdf))
        .contains("· Kiln Yard 3 · Leeds LS1 9ZZ", "Registered as <Fernhill> no. 123");
    try (PDDocument document = Loader.loadPDF(pdf)) {
      PDResources drawn = document.getPage(0).getResources();
      assertThat(drawn.getXObjectNames()).anyMatch(drawn::isImageXObject);
    }
  }

  @Test
  void aPersonWithoutAnEmailAddressGetsALetterThatCountsOnceItIsPosted() throws Exception {
    long matter = caseOf(byPost("Wilma Grüneklee"));
    cases.reply(matter, answer("We are sorry. A <b>new</b> jug is made for you."), world.priya);

    assertThat(lastOf(matter).channel()).isEqualTo("letter");
    Errand letter = errandOf(matter);
    String paper = text(print.pdf(List.of(letter)));
    assertThat(paper)
        .contains("Wilma Grüneklee", "Mill Lane", "Leeds LS1 4AB")
        .contains("A <b>new</b> jug is made for you.")
        .contains("Your number for this letter: " + letter.reference());
    assertThat(owed(matter)).extracting(Promise::kind).contains(Promise.Kind.ANSWER);

    long run = errands.print(errands.open(100), world.priya);
    assertThat(errands.batch(run)).extracting(Errand::id).contains(letter.id());
    errands.postedAll(run, world.priya.actor());

    assertThat(owed(matter)).extracting(Promise::kind).containsExactly(Promise.Kind.CONTACT);
    assertThatThrownBy(() -> errands.posted(letter.id(), world.priya.actor()))
        .isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> errands.print(errands.open(100), world.priya))
        .hasMessage("messages.errand.nothing-to-print");
  }

  @Test
  void aLetterThatCameBackIsFoundByItsNumberAndItsAddressIsNotUsedAgain() {
    Customer wilma = byPost("Wilma Grüneklee");
    long matter = caseOf(wilma);
    cases.reply(matter, answer("A new jug is made for you."), world.priya);
    Errand letter = errandOf(matter);
    errands.posted(letter.id(), world.priya.actor());

    String said = letter.reference().replace("-", " ");
    assertThat(errands.named(said)).map(Errand::id).contains(letter.id());
    char last = said.charAt(said.length() - 1);
    String wrong = said.substring(0, said.length() - 1) + (char) ('0' + (last - '0' + 1) % 10);
    assertThat(errands.named(wrong)).isEmpty();
    errands.returned(letter.id(), "moved away");

    assertThat(customers.contacts(wilma.id())).noneMatch(ContactPoint::living);
    assertThat(Objects.requireNonNull(lastOf(matter).delivery()).reply())
        .isEqualTo("came back: moved away");
    assertThat(owed(matter)).extracting(Promise::kind).contains(Promise.Kind.ANSWER);
  }

  @Test
  void whoPrefersThePhoneGetsACallAndThenTheConfirmationInWriting() {
    Customer tove = byPhone("Tove Lind", "tove-" + test + "@lind.example");
    long matter = caseOf(tove);
    cases.reply(matter, answer("We make you a new jug."), world.priya);
    Errand call = errandOf(matter);
    assertThat(call.medium()).isEqualTo(Medium.PHONE);
    assertThat(call.words()).contains("We make you a new jug.");

    assertThatThrownBy(
            () -> errands.called(call.id(), Errands.Outcome.REACHED, 4, " ", world.priya))
        .isInstanceOf(Refusal.class);
    errands.called(
        call.id(), Errands.Outcome.REACHED, 4, "She is glad; the blue one.", world.priya);

    assertThat(owed(matter)).extracting(Promise::kind).containsExactly(Promise.Kind.CONTACT);
    Drafts.Kept draft = Objects.requireNonNull(drafts.of(matter, world.priya).get("reply"));
    assertThat(draft.fields().get("way")).isEqualTo("email");
    assertThat(draft.fields().get("text")).contains("She is glad; the blue one.");
    assertThat(
            sql.sql("select count(*) from call where case_id = :c and direction = 'out'")
                .param("c", matter)
                .query(Long.class)
                .single())
        .isOne();

    Draft confirmation =
        promising(
            Objects.requireNonNull(draft.fields().get("text")),
            "Your new jug leaves",
            owed(matter).getFirst().dueAt());
    replies.reply(
        matter,
        new Replies.Written(
            confirmation.by("email", null), draft.fields(), Long.MAX_VALUE, draft.version()),
        world.priya);
    clock.pass(Duration.ofMinutes(1));
    post.deliver();
    assertThat(post.received().getLast().to()).contains("tove-" + test);
    assertThat(owed(matter)).as("said again, promised once").hasSize(1);
  }

  /** The queue said that nothing was due for a week, while a promise for today lay unposted. */
  @Test
  void aPromiseStaysTheNextMomentUntilTheLetterThatKeepsItIsPosted() {
    long matter = caseOf(byPost("Wilma Grüneklee"));
    Promise answer = owed(matter).getFirst();
    cases.reply(matter, answer("We make you a new jug.").by("letter", null), world.priya);
    assertThat(next(matter)).as("it lies to be printed").isEqualTo(answer.id());
    errands.print(errands.open(100), world.priya);
    assertThat(next(matter)).as("it lies to be posted").isEqualTo(answer.id());
    errands.posted(errandOf(matter).id(), world.priya.actor());
    assertThat(promises.promise(answer.id()).moments().keptAt()).isNotNull();
    assertThat(next(matter)).isNotEqualTo(answer.id());
  }

  private long next(long matter) {
    return Objects.requireNonNull(cases.see(matter, world.priya).nextPromiseId());
  }

  /** It named what another letter had promised for later. */
  @Test
  void theConfirmationOfACallSaysWhatThatCallPromised() {
    long matter = caseOf(byPhone("Tove Lind", "tove-" + test + "@lind.example"));
    Draft week = promising("Soon.", "We ask you", clock.instant().plus(Duration.ofDays(7)));
    cases.reply(matter, week.by("email", null), world.priya);
    cases.reply(matter, answer("A new jug.").by("phone", null), world.priya);
    errands.called(errandOf(matter).id(), Errands.Outcome.REACHED, 2, "Glad.", world.priya);
    assertThat(Objects.requireNonNull(drafts.of(matter, world.priya).get("reply")).fields())
        .containsEntry("next", "Your new jug leaves");
    clock.pass(Duration.ofMinutes(1));
    post.deliver();
  }

  @Test
  void afterThreeCallsThatNobodyAnswersItGoesTheNextWayAndTheOwnerHearsOfIt() {
    Customer tove = byPhone("Tove Lind", "tove-" + test + "@lind.example");
    long matter = caseOf(tove);
    cases.reply(matter, answer("We make you a new jug."), world.priya);
    long call = errandOf(matter).id();
    for (int i = 0; i < 3; i++) {
      errands.called(call, Errands.Outcome.NO_ANSWER, null, "", world.priya);
      clock.pass(Duration.ofHours(2));
    }
    assertThat(lastOf(matter).channel()).isEqualTo("email");
    post.deliver();
    assertThat(post.received().getLast().to()).contains("tove-" + test);
    assertThat(
            sql.sql("select count(*) from notice where source_kind = 'delivery' and about_id = :c")
                .param("c", matter)
                .query(Long.class)
                .single())
        .isOne();
    assertThat(customers.contacts(tove.id())).allMatch(ContactPoint::living);
  }

  @Test
  void whoeverWantsNoMoreCallsWhileOneWaitsIsWrittenToInstead() {
    Customer tove = byPhone("Tove Lind", "tove-" + test + "@lind.example");
    long matter = caseOf(tove);
    cases.reply(matter, answer("We make you a new jug."), world.priya);
    long call = errandOf(matter).id();
    clock.set(Instant.parse("2026-05-12T21:30:00Z"));
    look();
    assertThat(errands.get(call).from())
        .as("nobody is rung at half past ten")
        .isEqualTo(Instant.parse("2026-05-13T07:00:00Z"));

    clock.set(Instant.parse("2026-05-13T07:00:00Z"));
    choices.say(
        tove.id(), Purpose.SERVICE, Channel.PHONE, false, "told", Actor.customer(tove.id()));
    look();
    assertThat(errands.open(100)).noneMatch(e -> e.id() == call);
    assertThatThrownBy(() -> errands.called(call, Errands.Outcome.REACHED, 4, "Hello", world.priya))
        .hasMessage("messages.errand.stopped");
    assertThat(lastOf(matter).channel()).isEqualTo("email");
    post.deliver();
    assertThat(post.received().getLast().to()).contains("tove-" + test);
  }

  private void look() {
    duties.stream().filter(d -> d.name().equals("errands")).forEach(Duty::perform);
  }

  @Test
  void aNoteIsWrittenByHandWhenSomebodyChoosesIt() {
    Customer wilma = byPost("Wilma Grüneklee");
    long matter = caseOf(wilma);
    cases.reply(matter, answer("Thank you for your patience.").by("note", null), world.priya);
    Errand note = errandOf(matter);
    assertThat(note.medium()).isEqualTo(Medium.NOTE);
    assertThatThrownBy(() -> errands.print(errands.open(100), world.priya))
        .isInstanceOf(Refusal.class);
    errands.posted(note.id(), world.hanna.actor());
    assertThat(lastOf(matter).delivery()).matches(d -> d != null && d.acceptedAt() != null);
  }

  @Test
  void aWayThatIsShutIsRefusedWithTheReason() {
    long matter = caseOf(byPost("Wilma Grüneklee"));
    assertThatThrownBy(() -> cases.reply(matter, answer("x").by("sms", null), world.priya))
        .isInstanceOf(Refusal.class)
        .hasMessage("messages.way.no-number");
  }

  @Test
  void lettersAreLargeForWhoeverWishesItAndFetchNothing() throws Exception {
    Customer wilma = byPost("Wilma Grüneklee");
    long matter = caseOf(wilma);
    cases.reply(
        matter,
        answer("<img src=\"file:///etc/passwd\"> <link href='http://127.0.0.1:9/x'/> Łódź Ελλάδα"),
        world.priya);
    Errand letter = errandOf(matter);
    byte[] small = print.pdf(List.of(letter));
    choices.largePrint(wilma.id(), true, Actor.customer(wilma.id()));
    byte[] large = print.pdf(List.of(letter));
    assertThat(text(large)).contains("<img src=\"file:///etc/passwd\">", "Łódź Ελλάδα");
    assertThat(text(large)).doesNotContain("root:");
    assertThat(text(large).lines().count()).isGreaterThan(text(small).lines().count());
    errands.posted(letter.id(), world.priya.actor());
  }
}
