package amends.portal;

import amends.cases.Case;
import amends.cases.CustomerSide;
import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.messages.Disposition;
import amends.messages.Letterbox;
import amends.messages.MailPerson;
import amends.messages.Slip;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Texts;
import amends.staff.Brand;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What can be done on a customer's page: by the customer with a link, or by a colleague in their
 * name who has made sure who it is. Each method is part of the caller's act.
 */
@Component
public final class CustomerActs {
  private static final int LONGEST_TEXT = 20_000;
  private static final int LONGEST_LINE = 300;
  private static final int MOST_FILES = 5;
  private static final long MOST_BYTES = 18L * 1024 * 1024;

  private final CustomerSide customerSide;
  private final Letterbox letterbox;
  private final Wants wants;
  private final Names names;
  private final Identities identities;

  CustomerActs(
      CustomerSide customerSide,
      Letterbox letterbox,
      Wants wants,
      Names names,
      Identities identities) {
    this.customerSide = customerSide;
    this.letterbox = letterbox;
    this.wants = wants;
    this.names = names;
    this.identities = identities;
  }

  /** What is wanted and when. */
  @Component
  static final class Wants {
    private final Requests requests;
    private final Wishes wishes;
    private final Slots slots;
    private final InstantSource clock;

    Wants(Requests requests, Wishes wishes, Slots slots, InstantSource clock) {
      this.requests = requests;
      this.wishes = wishes;
      this.slots = slots;
      this.clock = clock;
    }
  }

  /** Who is who, and how it is said. */
  @Component
  static final class Names {
    private final Customers customers;
    private final Staff staff;
    private final Texts texts;

    Names(Customers customers, Staff staff, Texts texts) {
      this.customers = customers;
      this.staff = staff;
      this.texts = texts;
    }

    String say(Customer customer, String key, Object... args) {
      return texts.voice(customer.locale(), customer.zone()).say(key, args);
    }
  }

  /**
   * They write. With a link it is filed as a message of theirs, by a colleague's hand as a
   * statement that was taken down; either way an answer is owed and a closed case taken up again.
   *
   * @throws Refusal of the fields {@code words} and {@code files}
   */
  public void write(Acting by, String words, List<Slip.File> files) {
    write("page", by, words, files);
  }

  /** The same in the chat. */
  public void say(Acting by, String words) {
    write("chat", by, words, List.of());
  }

  private void write(String door, Acting by, String words, List<Slip.File> files) {
    begin(by);
    String text = text("words", words, LONGEST_TEXT);
    Customer customer = customer(by);
    Link link = by.link();
    Viewer colleague = by.colleague();
    if (colleague != null) {
      customerSide.told(by.matter().id(), customer.name(), text, colleague);
    } else if (link != null) {
      Brand brand = names.staff.brand(by.matter().brandId());
      letterbox.drop(
          new Slip(
              door,
              new MailPerson(customer.name(), link.address()),
              brand.senderAddress(),
              by.matter().subject(),
              text,
              bounded(files)),
          new Disposition.AttachTo(by.matter().asSubject()),
          by.actor());
    }
  }

  /**
   * They ask to be called. It is a request until a colleague accepts it.
   *
   * @param at one of the slots, as the page wrote it
   * @param number where, if not on the number that we have; may be empty
   */
  public void askCall(Acting by, String at, String number) {
    begin(by);
    Case matter = by.matter();
    Brand brand = names.staff.brand(matter.brandId());
    Instant slot = wants.slots.chosen(at, wants.clock.instant(), brand.zone());
    if (number.isBlank() && names.customers.reach(matter.customerId(), Channel.PHONE).isEmpty()) {
      throw new Refusal("call_number", "portal.refusal.number");
    }
    wants.requests.ask(
        matter.id(),
        new Requests.Wanted("call", slot, line("call_number", number), null),
        by.actor());
  }

  /** They name somebody who shall speak for them; a colleague confirms it. */
  public void represent(Acting by, String name, String reach, String scope) {
    begin(by);
    String who = line("rep_name", text("rep_name", name, LONGEST_LINE));
    String where = line("rep_reach", text("rep_reach", reach, LONGEST_LINE));
    String about = line("rep_scope", scope);
    String words = names.say(customer(by), "portal.representative.words", who, where, about);
    wants.requests.ask(
        by.matter().id(),
        new Requests.Wanted("representative", null, words, new Request.Named(who, where, about)),
        by.actor());
  }

  /**
   * How they want to be reached and how often.
   *
   * @param contact the id of one of their contact points; empty leaves it as it is
   */
  public void reach(Acting by, String contact, String rhythm) {
    begin(by);
    if (!contact.isBlank()) {
      ContactPoint point =
          points(by).stream()
              .filter(c -> c.living() && String.valueOf(c.id()).equals(contact))
              .findFirst()
              .orElseThrow(() -> new Refusal("contact", "portal.refusal.contact"));
      names.customers.prefer(by.matter().customerId(), point.id(), by.actor());
    }
    boolean changed = wants.wishes.say(by.matter().id(), rhythm, by.actor());
    if (changed && rhythm.equals(Wishes.PROMISED)) {
      customerSide.hearAgain(by.matter().id(), by.actor());
    }
  }

  /**
   * Whether it is right now, after it was settled.
   *
   * @param right yes or no
   */
  public void answer(Acting by, String right, String comment) {
    begin(by);
    if (!right.equals("yes") && !right.equals("no")) {
      throw new Refusal("right", "portal.refusal.right");
    }
    boolean yes = right.equals("yes");
    String words =
        comment.isBlank()
            ? names.say(customer(by), yes ? "portal.right.yes" : "portal.right.no")
            : text("right_words", comment, LONGEST_TEXT);
    customerSide.answered(
        by.matter().id(), yes, by.colleague() == null ? "page" : "phone", words, by.actor());
  }

  /**
   * They choose one of the moments that they were offered when a promise was moved.
   *
   * @param offer as the page wrote it
   */
  public void choose(Acting by, String offer) {
    begin(by);
    if (!offer.matches("\\d{1,18}")) {
      throw new Refusal("moment", "portal.refusal.moment");
    }
    customerSide.choose(by.matter().id(), Long.parseLong(offer), by.actor());
  }

  /** Somebody acts by a link: what was sent to its address is read there. */
  public void arrive(Acting by) {
    begin(by);
  }

  /** They may do it, and have shown with it that they read what is sent to the link's address. */
  private void begin(Acting by) {
    Link link = by.link();
    Viewer colleague = by.colleague();
    if (colleague != null) {
      identities.require(by.matter().id(), colleague);
    } else if (link != null) {
      proven(by, link);
    }
  }

  private void proven(Acting by, Link link) {
    points(by).stream()
        .filter(c -> c.living() && c.channel() == Channel.EMAIL && c.verifiedAt() == null)
        .filter(c -> c.address().equalsIgnoreCase(link.address()))
        .forEach(
            c -> names.customers.verify(c.id(), "link", Actor.customer(by.matter().customerId())));
  }

  private List<ContactPoint> points(Acting by) {
    return names.customers.contacts(by.matter().customerId());
  }

  private Customer customer(Acting by) {
    return names.customers.customer(by.matter().customerId());
  }

  static List<Slip.File> bounded(List<Slip.File> files) {
    long bytes = files.stream().mapToLong(f -> f.bytes().length).sum();
    if (files.size() > MOST_FILES || bytes > MOST_BYTES) {
      throw new Refusal("files", "portal.refusal.files");
    }
    return files;
  }

  static String text(String field, String typed, int longest) {
    String text = typed.strip();
    if (text.isEmpty()) {
      throw new Refusal(field, "portal.refusal.empty");
    }
    if (text.length() > longest) {
      throw new Refusal(field, "portal.refusal.long", String.valueOf(longest));
    }
    return text;
  }

  static String line(String field, String typed) {
    String line = typed.strip().replaceAll("\\s+", " ");
    if (line.length() > LONGEST_LINE) {
      throw new Refusal(field, "portal.refusal.long", String.valueOf(LONGEST_LINE));
    }
    return line;
  }

  static Optional<String> given(String typed) {
    return typed.isBlank() ? Optional.empty() : Optional.of(typed.strip());
  }
}
