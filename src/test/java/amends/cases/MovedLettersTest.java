package amends.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import amends.messages.Message;
import amends.promises.Promise;
import amends.testing.FakeRelay.Got;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What we wrote about another matter goes to the case of that matter, and so do its answers. */
class MovedLettersTest extends Telling {
  @Autowired Splits splits;

  private Instant due() {
    return clock.instant().plus(Duration.ofHours(20));
  }

  private Message letter(Case matter, String words) {
    return messages.about(matter.asSubject()).stream()
        .filter(m -> m.text().contains(words))
        .findFirst()
        .orElseThrow();
  }

  private long split(Case matter, String... words) {
    Set<String> codes =
        splits.pieces(matter.id(), world.priya).stream()
            .filter(p -> List.of(words).stream().anyMatch(p.words()::contains))
            .map(Splits.Piece::code)
            .collect(Collectors.toSet());
    Draft there = new Draft("", "we ring you about the invoice", due(), false);
    return splits.split(
        matter.id(),
        new Splits.Split(codes, "The invoice", there, new Draft("", null, null, false), true),
        world.priya);
  }

  /** As a mail program answers: to the reply address, naming the letter that it answers. */
  private void answer(Got letter, String words) {
    String to = letter.header("Reply-To").replaceFirst("(?s).*<", "").replace(">", "").strip();
    String mime =
        "From: %s\nTo: %s\nSubject: Re: it\nMessage-ID: %s\nIn-Reply-To: %s\n\n%s\n"
            .formatted(ruth(), to, id(), letter.header("Message-ID").strip(), words);
    post.lay("ruth-" + test + "@adeyemi.example", to, mime);
  }

  /** One case, in which Priya wrote about the table and then about the invoice. */
  private Case twoMatters() {
    Case matter = ruthWrites("The table " + test, "A leg is short.");
    post.deliver();
    post.write(ruth(), emailAddress(matter), id(), "Re: The table", "And my invoice is wrong.");
    cases.reply(
        matter.id(), promising("Sorry for leg " + test, "we bring a leg", due()), world.priya);
    cases.reply(
        matter.id(),
        promising("Sorry for bill " + test, "we write a new bill", due().plusSeconds(60)),
        world.priya);
    return matter;
  }

  @Test
  void anAnswerToAMovedLetterLandsInTheNewCaseAndOneToAnotherWhereItWas() {
    Case matter = twoMatters();
    post.deliver();
    Case made = rows.get(split(matter, "my invoice is wrong", "Sorry for bill"));

    answer(received("Sorry for bill " + test), "The new bill is fine.");
    answer(received("Sorry for leg " + test), "Which leg?");

    assertThat(messages.about(made.asSubject()).getLast().text()).contains("The new bill is fine.");
    assertThat(messages.about(matter.asSubject()).getLast().text()).contains("Which leg?");
    assertThat(messages.about(made.asSubject()))
        .extracting(Message::text)
        .anyMatch(text -> text.contains("Sorry for bill"));
  }

  @Test
  void theNextLetterGoesOnWithTheThread() {
    Case matter = twoMatters();
    post.deliver();
    Case made = rows.get(split(matter, "Sorry for bill"));
    answer(received("Sorry for bill " + test), "Thank you.");
    cases.reply(made.id(), nothingMore("You are welcome " + test), world.priya);
    post.deliver();

    Got next = received("You are welcome " + test);
    assertThat(next.header("References")).contains("@adeyemi.example>");
    answer(next, "And goodbye.");
    assertThat(messages.about(made.asSubject()).getLast().text()).contains("And goodbye.");
  }

  @Test
  void whatItPromisedIsOwedThereAndNobodyIsLeftInSilence() {
    Case matter = twoMatters();
    post.deliver();

    Case made = rows.get(split(matter, "my invoice is wrong", "Sorry for bill"));

    assertThat(promises.about(made.asSubject()))
        .extracting(Promise::words)
        .contains("we write a new bill", "we ring you about the invoice");
    assertThat(promises.about(matter.asSubject()))
        .extracting(Promise::words)
        .contains("we bring a leg")
        .doesNotContain("we write a new bill");
    assertThat(next(made).owed()).isTrue();
    assertThat(next(matter).owed()).isTrue();
  }

  @Test
  void aLetterUnderWaySaysSoAndWhatBecomesOfItIsToldInTheNewCase() {
    Case matter = ruthWrites("The chair " + test, "It wobbles.");
    post.deliver();
    post.write(ruth(), emailAddress(matter), id(), "Re: The chair", "And my voucher?");
    cases.reply(matter.id(), promising("Your voucher " + test, "we send it", due()), world.priya);
    Splits.Piece piece =
        splits.pieces(matter.id(), world.priya).stream()
            .filter(p -> p.words().contains("Your voucher"))
            .findFirst()
            .orElseThrow();
    assertThat(piece.ours()).isTrue();
    assertThat(piece.underWay()).isTrue();

    Case made = rows.get(split(matter, "my voucher?", "Your voucher"));
    assertThat(next(matter).owed()).isTrue();
    post.deliver();

    assertThat(Objects.requireNonNull(letter(made, "Your voucher").delivery()).acceptedAt())
        .isNotNull();
    assertThat(next(matter).owed()).isTrue();
    assertThat(next(made).owed()).isTrue();
    answer(received("Your voucher " + test), "It came.");
    assertThat(messages.about(made.asSubject()).getLast().text()).contains("It came.");
  }

  @Test
  void ourWordsAloneCanGoAndTheCustomersNeverAll() {
    Case matter = twoMatters();
    post.deliver();
    Case made = rows.get(split(matter, "Sorry for bill"));
    assertThat(messages.about(made.asSubject())).hasSize(1);
    assertThatThrownBy(() -> split(matter, "A leg is short.", "my invoice is wrong"))
        .hasMessage("cases.refusal.all-pieces");
  }
}
