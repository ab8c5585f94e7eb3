package amends.cases;

import amends.customers.Channel;
import amends.customers.Customer;
import amends.messages.Medium;
import amends.promises.Promise;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.staff.Brand;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The words that go round what a colleague wrote, in the customer's language and zone. What an
 * unverified address is sent without a person holds nothing that its sender wrote.
 */
@Component
final class Letters {
  private final Texts texts;

  Letters(Texts texts) {
    this.texts = texts;
  }

  String acknowledgementSubject(long number, Customer customer) {
    return voice(customer).say("cases.letter.ack.subject", String.valueOf(number));
  }

  String acknowledgement(long number, Brand brand, Customer customer, Instant dueAt) {
    return voice(customer)
        .say("cases.letter.ack", String.valueOf(number), brand.name(), moment(customer, dueAt));
  }

  String acknowledgementShort(long number, Brand brand, Customer customer, Instant dueAt) {
    return voice(customer)
        .say(
            "cases.letter.ack.short",
            String.valueOf(number),
            brand.name(),
            moment(customer, dueAt));
  }

  /** What the acknowledgement promises, as the ledger has it. */
  String answerPromise(Customer customer) {
    return voice(customer).say("cases.letter.ack.promise");
  }

  /** By the way that was chosen, if one was. */
  String followUpPromise(Customer customer, @Nullable Channel channel) {
    String way = channel == null ? "" : "." + channel.code();
    return voice(customer).say("cases.letter.followup.promise" + way);
  }

  /** For colleagues only: a look of our own. */
  String lookWords(Brand brand) {
    return said(brand, "cases.look.words");
  }

  /** For colleagues only: what we look for, and from whom. */
  String lookWords(Brand brand, Waiting waiting) {
    return waiting.words().isBlank()
        ? lookWords(brand)
        : texts
            .voice(brand.locale(), brand.zone())
            .say("cases.look." + waiting.whom(), waiting.words().strip());
  }

  String said(Brand brand, String key) {
    return texts.voice(brand.locale(), brand.zone()).say(key);
  }

  /** Who writes to whom. */
  record Hands(Customer customer, Brand brand, String colleague) {}

  /**
   * The whole body of a reply: the colleague's words, what happens next, who wrote. A text message
   * says it in few words.
   */
  String reply(
      String text, Medium medium, Hands hands, @Nullable String next, @Nullable Instant dueAt) {
    Voice t = voice(hands.customer());
    if (medium == Medium.PUBLIC) {
      return inPublic(t, text, hands.customer(), dueAt);
    }
    boolean brief = medium == Medium.SMS || medium == Medium.CHAT;
    String way = medium == Medium.EMAIL ? "" : brief ? ".sms" : ".other";
    String then =
        next == null || dueAt == null
            ? t.say("cases.letter.nothing-more" + way)
            : t.say(
                brief ? "cases.sms.next" : "cases.mail.next",
                next,
                moment(hands.customer(), dueAt));
    if (medium == Medium.CHAT) {
      // The page says who speaks.
      return text.strip() + "\n\n" + then;
    }
    String between = medium == Medium.SMS ? ", " : "\n";
    return text.strip()
        + "\n\n"
        + then
        + "\n\n"
        + hands.colleague()
        + between
        + hands.brand().name();
  }

  /** What comes next is theirs to know; everybody may read when it comes. */
  private String inPublic(Voice t, String text, Customer customer, @Nullable Instant dueAt) {
    return dueAt == null
        ? text.strip()
        : text.strip() + "\n\n" + t.say("cases.public.next", moment(customer, dueAt));
  }

  /** A reply to somebody who wants to hear only when something changes. */
  String whenChanged(String text, Hands hands) {
    String then = voice(hands.customer()).say("cases.letter.when-changed");
    return text.strip() + "\n\n" + then + "\n\n" + hands.colleague() + "\n" + hands.brand().name();
  }

  /** The beginning of a confirmation in writing: what happens next is added when it is sent. */
  String callConfirmation(Customer customer, String agreed) {
    String what = agreed.isBlank() ? "" : "\n\n" + agreed.strip();
    String key = agreed.isBlank() ? "cases.letter.call.short" : "cases.letter.call";
    return voice(customer).say(key, customer.name()) + what;
  }

  /** The beginning of a confirmation of a call that we made. */
  String called(Customer customer, String said) {
    return voice(customer).say("cases.letter.called", customer.name()) + "\n\n" + said.strip();
  }

  /** The whole confirmation, to be read out or printed. */
  String callWords(
      Customer customer,
      String agreed,
      String colleague,
      @Nullable String next,
      @Nullable Instant dueAt) {
    Voice t = voice(customer);
    String then =
        next == null || dueAt == null
            ? t.say("cases.letter.nothing-more")
            : t.say("cases.mail.next", next, moment(customer, dueAt));
    return callConfirmation(customer, agreed) + "\n\n" + then + "\n\n" + colleague;
  }

  /** What was promised, that it cannot be kept, why, and what is offered instead. */
  String moved(Customer customer, Promise old, Moving how) {
    String said =
        voice(customer).say("cases.letter.moved", old.words(), moment(customer, old.dueAt()));
    return Stream.of(said, how.why(), how.instead(), choice(customer, how.others()))
        .filter(part -> !part.isBlank())
        .map(String::strip)
        .collect(Collectors.joining("\n\n"));
  }

  /** Other moments, to be chosen from on the customer's page; nothing where there are none. */
  String choice(Customer customer, List<Instant> moments) {
    return moments.isEmpty()
        ? ""
        : voice(customer)
            .say(
                "cases.letter.choice",
                moments.stream().map(at -> moment(customer, at)).collect(Collectors.joining("; ")));
  }

  String codeSubject(Brand brand, Customer customer) {
    return voice(customer).say("cases.letter.code.subject", brand.name());
  }

  String code(Brand brand, Customer customer, String code) {
    return voice(customer).say("cases.letter.code", brand.name(), code);
  }

  /** A moment as the customer reads it, in their zone. */
  String moment(Customer customer, Instant at) {
    Voice t = voice(customer);
    return t.say("cases.letter.moment", t.day(at), t.clockTime(at), zoneName(customer, at));
  }

  private static String zoneName(Customer customer, Instant at) {
    return DateTimeFormatter.ofPattern("zzz", customer.locale()).format(at.atZone(customer.zone()));
  }

  private Voice voice(Customer customer) {
    return texts.voice(customer.locale(), customer.zone());
  }
}
