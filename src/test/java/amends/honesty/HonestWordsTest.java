package amends.honesty;

import static org.assertj.core.api.Assertions.assertThat;

import amends.shared.Subject;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Written on Tuesday 12 May 2026 at 14:07 in London, with nobody to ask unless a test says so. */
class HonestWordsTest {
  private static final ZoneId LONDON = ZoneId.of("Europe/London");
  private static final Instant NOW = Instant.parse("2026-05-12T13:07:00Z");
  private static final Voice T = Texts.strict().voice(Locale.UK, LONDON);

  private static List<Finding> check(String text, Evidence... evidence) {
    return new HonestWords(T, List.of(evidence), Optional.empty())
        .check(DraftText.alone(text, Locale.ENGLISH, LONDON, NOW));
  }

  private static List<Finding> check(String text, DraftText.Promised promised) {
    DraftText draft = new DraftText(text, Locale.ENGLISH, LONDON, NOW, null, promised, false);
    return new HonestWords(T, List.of(), Optional.empty()).check(draft);
  }

  private static Evidence knows(Evidence.Matter matter, boolean holds) {
    Proof proof = new Proof(Subject.of("case", 7), "#7 Kettle leaks", "/cases/7", NOW);
    return question ->
        question.matter() == matter
            ? Optional.of(new Evidence.Answer(holds, List.of(proof)))
            : Optional.empty();
  }

  /** The brand writes English, this letter is German: it is read by the rules of German. */
  @Test
  void aDraftIsReadInItsOwnLanguage() {
    List<Finding> found =
        check("Es tut uns leid, dass Sie warten, und wir melden uns in Kürze bei Ihnen.");
    assertThat(found).extracting(Finding::kind).containsExactly(Kind.VAGUE_TIME);
    assertThat(found.getFirst().words()).isEqualTo("in Kürze");
    assertThat(found.getFirst().suggestion()).isEmpty();
    assertThat(
            HonestWords.warns(
                "Bitte verwenden Sie die Lampe ab sofort nicht und ziehen Sie sofort den Stecker.",
                Locale.ENGLISH))
        .isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "We'll have this resolved shortly. | VAGUE_TIME",
        "You will hear from us in due course. | VAGUE_TIME",
        "We will get back to you as soon as possible. | VAGUE_TIME",
        "Our team is working hard on it. | VAGUE_TIME",
        "We've never had something like this happen. | NEVER_BEFORE",
        "Nothing like this has ever happened to us. | NEVER_BEFORE",
        "It was an isolated incident. | NEVER_BEFORE",
        "Only a handful of customers are affected. | NEVER_BEFORE",
        "I'll have him call you back. | UNACCEPTED",
        "Someone from our team will contact you. | UNACCEPTED",
        "John will ring you tomorrow. | UNACCEPTED",
        "I guarantee that it arrives by Friday. | OVERPROMISE",
        "It will not happen again. | NO_RECURRENCE",
        "We've made sure this can't happen again. | NO_RECURRENCE",
        "We will do better next time. | NO_RECURRENCE",
        "We are sorry if you were inconvenienced. | NON_APOLOGY",
        "I’m sorry you feel that way. | NON_APOLOGY",
        "You failed to provide the order number. | BLAME",
        "My colleague messed up your order. | BLAME",
        "We'll refund you if you take down your review. | SILENCE",
        "As a precautionary measure we are recalling the kettle. | BARRED_WORDS",
        "There is only a small risk of fire. | SOFTENED_SAFETY",
        "Enjoy 10% off your next order. | MARKETING"
      })
  void marksWhatIsNotHonest(String text, Kind kind) {
    assertThat(check(text)).extracting(Finding::kind).contains(kind);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "We will call you by Friday noon.",
        "Please call us as soon as possible.",
        "As soon as the part arrives, I will ring you.",
        "Five other customers wrote to us about the same kettle last month.",
        "Tom has agreed to call you at 10 tomorrow.",
        "I will ask him whether he can call you.",
        "I can't promise that it will never happen again.",
        "You wrote that we said “it will not happen again”.",
        "I am sorry that your parcel arrived broken.",
        "You did not do anything wrong.",
        "We should have told you earlier.",
        "The refund is yours whatever you write about us.",
        "We are recalling the kettle because it can overheat. Stop using it now.",
        "Here is a voucher for 20 euros, as an apology.",
        "I have refunded 45.00 today; it reaches your account by Thursday."
      })
  void leavesHonestWordsAlone(String text) {
    assertThat(check(text)).isEmpty();
  }

  /** "You ask" once looked like words that somebody else had written. */
  @Test
  void aClaimIsNoLessOfOneBecauseTheReaderAsked() {
    assertThat(check("We have never had this with the Lumen 8, so I understand that you ask."))
        .extracting(Finding::kind)
        .containsExactly(Kind.NEVER_BEFORE);
    assertThat(check("We've never had something like this happen, so I understand that you ask."))
        .extracting(Finding::kind)
        .containsExactly(Kind.NEVER_BEFORE);
    assertThat(check("You wrote that this had never happened before.")).isEmpty();
  }

  @Test
  void namesTheWordsTheirPlaceAndBetterOnes() {
    String text = "Dear Ruth. We'll have this resolved shortly.";
    Finding found = check(text).getFirst();
    assertThat(found.rule()).isEqualTo("vague.soon");
    assertThat(text.substring(found.start(), found.end())).isEqualTo(found.words());
    assertThat(found.words()).isEqualTo("shortly");
    assertThat(found.suggestion()).isEqualTo("by Wednesday 13 May, 17:00");
    assertThat(found.reason()).isNotBlank();
  }

  /** Taken, the better words are clean themselves. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "We'll have this resolved shortly.", "We've never had something like this happen.",
        "I'll have him call you back.", "It will not happen again.",
        "We are sorry if you were inconvenienced.", "I guarantee that it arrives by Friday.",
        "Our team is working hard on it.", "You failed to provide the order number.",
        "My colleague messed up your order.", "We'll refund you if you take down your review."
      })
  void betterWordsAreHonest(String text) {
    for (Finding finding : check(text)) {
      String better =
          text.substring(0, finding.start()) + finding.suggestion() + text.substring(finding.end());
      assertThat(check(better)).as(better).isEmpty();
    }
  }

  @Test
  void evidenceSpeaksForOrAgainst() {
    String never = "This has never happened before.";
    assertThat(check(never, knows(Evidence.Matter.SIMILAR, true))).isEmpty();
    Finding against = check(never, knows(Evidence.Matter.SIMILAR, false)).getFirst();
    assertThat(against.evidence()).extracting(Proof::words).containsExactly("#7 Kettle leaks");
    assertThat(against.reason()).contains("a case like this one");
    assertThat(Policy.of(against)).isEqualTo(Policy.REASON);
    assertThat(Policy.of(check(never).getFirst())).isEqualTo(Policy.ADVISE);

    assertThat(check("I'll have him call you back.", knows(Evidence.Matter.ACCEPTED, true)))
        .isEmpty();
    assertThat(check("It will not happen again.", knows(Evidence.Matter.IMPROVEMENT, true)))
        .isEmpty();
    assertThat(check("It will definitely be there.", knows(Evidence.Matter.CERTAIN, true)))
        .isEmpty();
  }

  /** Three sentences that claim the same cost one question. */
  @Test
  void whatIsClaimedTwiceIsAskedOnce() {
    List<Evidence.Question> asked = new ArrayList<>();
    Evidence similar = knows(Evidence.Matter.SIMILAR, false);
    List<Finding> found =
        check(
            "This has never happened before. Nobody else has complained. It is an isolated case.",
            question -> {
              asked.add(question);
              return similar.on(question);
            });
    assertThat(found)
        .hasSize(3)
        .allSatisfy(one -> assertThat(one.evidence()).hasSize(1))
        .extracting(Finding::kind)
        .containsOnly(Kind.NEVER_BEFORE);
    assertThat(asked)
        .singleElement()
        .satisfies(question -> assertThat(question.claims()).hasSize(3));
  }

  @Test
  void vagueWordsWithAPromiseBehindThemAreLeft() {
    Instant due = Instant.parse("2026-05-13T16:00:00Z");
    String text = "You will hear from us shortly.";
    assertThat(check(text, new DraftText.Promised.By(due))).isEmpty();
    assertThat(check(text, new DraftText.Promised.Nothing())).isNotEmpty();
  }

  @Test
  void aPromiseInTheTextStandsInTheLedgerOrIsMarked() {
    String text = "I will call you on Friday at noon.";
    Instant thursday = Instant.parse("2026-05-14T11:00:00Z");
    Instant monday = Instant.parse("2026-05-18T11:00:00Z");
    assertThat(check(text)).isEmpty();
    assertThat(check(text, new DraftText.Promised.By(thursday))).isEmpty();
    assertThat(check(text, new DraftText.Promised.By(monday)))
        .extracting(Finding::kind)
        .containsExactly(Kind.UNRECORDED);
    assertThat(check(text, new DraftText.Promised.Nothing()))
        .extracting(Finding::kind)
        .containsExactly(Kind.UNRECORDED);
  }

  @Test
  void anApologySaysWhoseMistakeItWasAndWhatIsDone() {
    String bare =
        "Dear Ruth, thank you for writing to us about the machine that you bought from our shop in"
            + " the spring. I am very sorry about the water on your kitchen floor and the evening"
            + " that it took to clean it up. I will write to you again by Friday noon.";
    assertThat(check(bare)).extracting(Finding::kind).containsExactly(Kind.APOLOGY_PARTS);
    String whole =
        bare + " The clamp was our mistake, and we will replace the machine by Thursday 17:00.";
    assertThat(check(whole)).isEmpty();
  }

  @Test
  void aSecondApologyWithoutADeedIsMarked() {
    Evidence before = knows(Evidence.Matter.APOLOGISED, false);
    assertThat(check("I am sorry about this.", before))
        .extracting(Finding::kind)
        .containsExactly(Kind.REPEATED_APOLOGY);
    assertThat(check("I am sorry about this, and have refunded you today.", before)).isEmpty();
  }

  @Test
  void aLetterSaysWhatHappensNext() {
    String letter =
        "Dear Ruth, thank you for your letter about the machine. We have read it, and the colleague"
            + " in the workshop has looked at the photographs that you sent us. The clamp at the"
            + " back came loose, and that is why there was water on the floor of your kitchen.";
    Finding found = check(letter).getFirst();
    assertThat(found.kind()).isEqualTo(Kind.NO_NEXT);
    assertThat(found.start()).isEqualTo(found.end()).isEqualTo(letter.length());
    assertThat(check(letter + found.suggestion())).isEmpty();
  }

  @Test
  void faultGoesToASecondLookWhereTheLawOfThePlaceAsksForIt() {
    String text = "This was entirely our fault.";
    Optional<Place> england = Place.of("GB-EAW", LocalDate.of(2026, 5, 12));
    List<Finding> found =
        new HonestWords(T, List.of(), england)
            .check(DraftText.alone(text, Locale.ENGLISH, LONDON, NOW));
    assertThat(found).extracting(Finding::kind).containsExactly(Kind.LIABILITY);
    assertThat(check(text)).isEmpty();
    assertThat(Place.of("GB-EAW", LocalDate.of(2006, 1, 1))).isEmpty();
    assertThat(Place.codes()).contains("GB-SCT", "CA-ON", "US-CA");
    assertThat(england.orElseThrow().safe()).isEqualTo(Set.of("REGRET", "REPAIR"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Stop using the heater and unplug it.",
        "Please do not drive the car.",
        "This is a product safety recall."
      })
  void knowsAWarning(String text) {
    assertThat(HonestWords.warns(text, Locale.ENGLISH)).isTrue();
    assertThat(HonestWords.warns("Thank you for using our shop.", Locale.ENGLISH)).isFalse();
  }

  @Test
  void longSentencesAreHardToRead() {
    String text =
        "We looked at it and " + "then we looked at it again and ".repeat(6) + "send it by Friday.";
    assertThat(check(text)).extracting(Finding::kind).containsExactly(Kind.READING);
  }

  @Test
  void aHostileTextCostsLittle() {
    String text = "we will have him had never you should have if any ".repeat(1_000);
    long before = System.nanoTime();
    check(text);
    assertThat(System.nanoTime() - before).isLessThan(3_000_000_000L);
  }
}
