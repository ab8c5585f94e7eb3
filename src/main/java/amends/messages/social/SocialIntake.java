package amends.messages.social;

import amends.customers.Channel;
import amends.customers.Customer;
import amends.customers.Customers;
import amends.customers.Stranger;
import amends.messages.Connection;
import amends.messages.Disposition;
import amends.messages.LastMatter;
import amends.messages.Letterbox;
import amends.messages.MailPerson;
import amends.messages.Medium;
import amends.messages.PublicSentences;
import amends.messages.Slip;
import amends.messages.social.SocialNetwork.Mention;
import amends.shared.Actor;
import amends.shared.Plain;
import amends.shared.Subject;
import amends.staff.Brand;
import amends.staff.Staff;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * What somebody said to us on a network: to the matter that it answers, or a new one. Nothing is
 * said back in public by itself but a sentence that the house has chosen.
 */
@Component
final class SocialIntake {
  private static final String NOBODY = ".social.invalid";
  private static final int SUBJECT = 80;

  private final Letterbox letterbox;
  private final Mentions mentions;
  private final LastMatter lastMatter;
  private final Staff staff;
  private final People people;

  SocialIntake(
      Letterbox letterbox, Mentions mentions, LastMatter lastMatter, Staff staff, People people) {
    this.letterbox = letterbox;
    this.mentions = mentions;
    this.lastMatter = lastMatter;
    this.staff = staff;
    this.people = people;
  }

  @Component
  record People(Customers customers, PublicSentences sentences) {}

  /** In the caller's act. */
  void take(Connection connection, Mention mention) {
    Brand brand = brand(connection);
    Customer customer =
        people
            .customers()
            .meet(
                Stranger.person(
                    name(mention), Channel.SOCIAL, mention.account(), brand.locale(), brand.zone()),
                Actor.SYSTEM);
    boolean open = mention.ref().open();
    Disposition where =
        matter(connection, mention, customer)
            .<Disposition>map(Disposition.AttachTo::new)
            .orElseGet(() -> fresh(connection, customer, open));
    Slip slip =
        new Slip(
            open ? Medium.PUBLIC.code() : Medium.SOCIAL.code(),
            new MailPerson(
                customer.name(), "account-" + customer.id() + "@" + connection.kind() + NOBODY),
            brand.senderAddress(),
            Plain.line(mention.words(), SUBJECT),
            mention.words().isBlank() ? "…" : mention.words(),
            List.of());
    letterbox.dropOnce(
        slip,
        connection.id() + " " + mention.ref().written(),
        mention.account(),
        where,
        Actor.customer(customer.id()));
  }

  private Disposition fresh(Connection connection, Customer customer, boolean open) {
    String words = open ? people.sentences().of(connection.id()).orElse(null) : null;
    return new Disposition.OpenFor(customer.id(), Medium.SOCIAL.code(), words);
  }

  private Optional<Subject> matter(Connection connection, Mention mention, Customer customer) {
    return mentions
        .answered(customer.id(), connection.id(), mention.parent())
        .or(() -> mentions.goingOn(customer.id()))
        .or(() ->
            mention.ref().open() ? Optional.empty() : lastMatter.of(customer.id(), Medium.SOCIAL));
  }

  private static String name(Mention mention) {
    return mention.name().isBlank() ? mention.account() : Plain.line(mention.name(), SUBJECT);
  }

  private Brand brand(Connection connection) {
    Long own = connection.brandId();
    return own == null ? staff.defaultBrand().orElseThrow() : staff.brand(own);
  }
}
