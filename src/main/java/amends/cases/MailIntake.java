package amends.cases;

import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Stranger;
import amends.messages.Arrived;
import amends.messages.Disposition;
import amends.messages.Intake;
import amends.messages.MailPerson;
import amends.messages.Medium;
import amends.messages.ReadMail;
import amends.messages.Taken;
import amends.shared.Actor;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Brand;
import amends.staff.HelpDesk;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Where mail from people goes: to the case that a valid MAC points to, if its own customer wrote;
 * to a new case otherwise. Whoever else answers on a known thread is looked at by a colleague
 * first.
 */
@Component
final class MailIntake implements Intake {
  private final Customers customers;
  private final CaseRows rows;
  private final MailCases mailCases;
  private final Endings endings;
  private final Brands brands;

  MailIntake(
      Customers customers, CaseRows rows, MailCases mailCases, Endings endings, Brands brands) {
    this.customers = customers;
    this.rows = rows;
    this.mailCases = mailCases;
    this.endings = endings;
    this.brands = brands;
  }

  @Override
  public Taken take(Arrived mail) {
    if (mail.decided() != null) {
      return decided(mail, mail.decided().what());
    }
    if (mail.sameIdAs() != null) {
      return new Taken.Quarantined(mail.routedTo(), "messages.held.same-id");
    }
    if (mail.standing().forged()) {
      return new Taken.Quarantined(null, "messages.held.forged-address");
    }
    Optional<Case> routed = routed(mail);
    return routed.isPresent()
        ? join(mail, routed.get())
        : threaded(mail).map(matter -> add(mail, matter)).orElseGet(() -> open(mail));
  }

  /** The MAC says where it belongs, the address who seems to write; the proof that they do. */
  private Taken join(Arrived mail, Case matter) {
    if (!isFromCustomer(mail, matter)) {
      return new Taken.Quarantined(matter.asSubject(), "messages.held.unknown-sender");
    }
    return mail.standing().mayJoin()
        ? add(mail, matter)
        : new Taken.Quarantined(matter.asSubject(), "messages.held.unproved");
  }

  /** A proved sender who goes on with a mail of their own. */
  private Optional<Case> threaded(Arrived mail) {
    Subject thread = mail.standing().thread();
    return Optional.ofNullable(thread)
        .filter(about -> about.kind().equals("case"))
        .flatMap(about -> rows.lockStanding(about.id()))
        .filter(matter -> isFromCustomer(mail, matter));
  }

  @Override
  public Taken takeUnreadable(long inboundId, String trouble) {
    HelpDesk desk = brands.any();
    Customer nobody = unknown(inboundId, desk.brand());
    Case opened = mailCases.openUnreadable(desk, nobody);
    return new Taken.Opened(opened.asSubject(), nobody.id());
  }

  private Taken decided(Arrived mail, Disposition what) {
    return switch (what) {
      case Disposition.OpenCase open -> open(mail);
      case Disposition.OpenUnconfirmed open -> {
        Sender sender = sender(mail);
        MailOpening.Opened opened =
            mailCases.open(mail, sender.desk(), sender.customer(), open.channel());
        yield new Taken.Opened(opened.matter().asSubject(), sender.customer().id());
      }
      case Disposition.OpenFor known -> openFor(mail, known);
      case Disposition.AttachTo(Subject about) when about.kind().equals("case") ->
          add(mail, standing(about.id()));
      case Disposition.AttachTo attach ->
          throw new IllegalArgumentException("no case: " + attach.about());
      case Disposition.Dismiss dismiss ->
          throw new IllegalArgumentException("dismissed: " + dismiss);
    };
  }

  /** Somebody wrote over another channel than mail: the acknowledgement goes back over that one. */
  private Taken openFor(Arrived mail, Disposition.OpenFor known) {
    HelpDesk desk = mail.desk() == null ? brands.any() : mail.desk();
    Customer customer = customers.customer(known.customerId());
    Case opened = mailCases.open(mail, desk, customer, known.channel()).matter();
    mailCases.acknowledgeOver(
        Medium.of(known.channel()), opened, desk.brand(), customer, mail.messageId());
    String inPublic = known.inPublic();
    if (inPublic != null) {
      mailCases.answerInPublic(inPublic, opened, customer, mail);
    }
    return new Taken.Opened(opened.asSubject(), customer.id());
  }

  /** Where it was merged since, the one that stands for it. */
  private Case standing(long id) {
    return rows.lockStanding(id).orElseGet(() -> rows.lock(id));
  }

  /**
   * The case that the MAC points to. A number that a restored backup no longer knows, or knows as
   * another customer's, points nowhere.
   */
  private Optional<Case> routed(Arrived mail) {
    Subject to = mail.routedTo();
    if (to == null || !to.kind().equals("case")) {
      return Optional.empty();
    }
    Long customer = mail.routedCustomer();
    return rows.lockStanding(to.id()).filter(matter -> customer == null || same(matter, customer));
  }

  /** By an address of theirs, not by the MAC. */
  private boolean isFromCustomer(Arrived mail, Case matter) {
    return sender(mail.mail())
        .flatMap(address -> customers.recognise(Channel.EMAIL, address))
        .filter(customer -> same(matter, customer.id()))
        .isPresent();
  }

  private boolean same(Case matter, long customer) {
    return matter.customerId() == customer
        || customers.selves(matter.customerId()).contains(customer);
  }

  private record Sender(HelpDesk desk, Customer customer, Optional<String> address) {}

  private Sender sender(Arrived mail) {
    HelpDesk desk = mail.desk() == null ? brands.any() : mail.desk();
    Brand brand = desk.brand();
    Optional<String> address = sender(mail.mail());
    Customer customer =
        address
            .flatMap(a -> meet(mail.mail().from(), a, brand))
            .orElseGet(() -> unknown(mail.inboundId(), brand));
    return new Sender(desk, customer, address);
  }

  private Taken open(Arrived mail) {
    Sender sender = sender(mail);
    MailOpening.Opened opened = mailCases.open(mail, sender.desk(), sender.customer(), "email");
    if (sender.address().isPresent() && isFromAPerson(mail)) {
      mailCases.acknowledge(
          opened,
          sender.desk().brand(),
          sender.customer(),
          sender.address().get(),
          mail.messageId());
    }
    return new Taken.Opened(opened.matter().asSubject(), sender.customer().id());
  }

  /** Held mail may be a machine's even when a colleague opens a case for it (RFC 3834). */
  private static boolean isFromAPerson(Arrived mail) {
    return !mail.mail().automatic()
        && mail.mail().bounce() == null
        && !mail.envelopeFrom().isEmpty();
  }

  private Taken add(Arrived mail, Case matter) {
    mailCases.owe(matter);
    if (matter.closed()) {
      Brand brand = mail.desk() == null ? brands.of(matter.brandId()) : mail.desk().brand();
      String why = mailCases.wroteAgain(brand);
      endings.takeUp(matter, why, Actor.customer(matter.customerId()));
    } else {
      mailCases.point(matter);
    }
    return new Taken.Added(matter.asSubject(), matter.customerId());
  }

  private Optional<Customer> meet(@Nullable MailPerson from, String address, Brand brand) {
    String name = from == null ? "" : from.name();
    try {
      return Optional.of(
          customers.meet(
              Stranger.person(name, Channel.EMAIL, address, brand.locale(), brand.zone()),
              Actor.SYSTEM));
    } catch (Refusal unusable) {
      return Optional.empty();
    }
  }

  /** A mail without a usable sender is somebody's all the same. */
  private Customer unknown(long inboundId, Brand brand) {
    return customers.meet(
        Stranger.person(
            mailCases.unknownName(brand),
            Channel.EMAIL,
            "mail-" + inboundId + "@unknown.invalid",
            brand.locale(),
            brand.zone()),
        Actor.SYSTEM);
  }

  private static Optional<String> sender(ReadMail mail) {
    return List.of(Optional.ofNullable(mail.from()).map(MailPerson::address).orElse("")).stream()
        .filter(a -> a.contains("@"))
        .findFirst();
  }
}
