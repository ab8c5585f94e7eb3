package amends.customers;

import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The people and companies we serve. Every change is an act that the journal tells of, without
 * names and addresses; within another act it joins that one.
 */
@Component
public final class Customers {
  private static final int TRIES = 5;

  private final Acts acts;
  private final Meeting meeting;
  private final Finder finder;
  private final Card card;
  private final Circumstances circumstances;

  Customers(Acts acts, Meeting meeting, Finder finder, Card card, Circumstances circumstances) {
    this.acts = acts;
    this.meeting = meeting;
    this.finder = finder;
    this.card = card;
    this.circumstances = circumstances;
  }

  /**
   * Who can be reached there; the survivor, where two were merged. A telephone number is known
   * whether it calls or sends text messages. Empty for an address that reaches nobody.
   */
  public Optional<Customer> recognise(Channel channel, String address) {
    return Address.read(channel, address).flatMap(meeting::recognise);
  }

  /**
   * The customer who can be reached there, or a new one. However many strangers come from the same
   * address at the same time, they are one.
   *
   * @throws Refusal when nobody could be reached at such an address
   */
  public Customer meet(Stranger stranger, Actor by) {
    Address address = Address.of(stranger.channel(), stranger.address());
    return acts.call(() -> meet(stranger, address, by));
  }

  private Customer meet(Stranger stranger, Address address, Actor by) {
    for (int attempt = 0; attempt < TRIES; attempt++) {
      Optional<Meeting.Met> met = meeting.meet(stranger, address);
      if (met.isPresent()) {
        Customer customer = met.get().customer();
        if (met.get().isNew()) {
          card.met(customer.id(), address.channel(), by);
        }
        return customer;
      }
    }
    throw new IllegalStateException("an address was claimed and let go " + TRIES + " times");
  }

  /**
   * @throws NotFound when there is none
   */
  public Customer customer(long id) {
    return card.customer(id);
  }

  /** Those of them that exist, by id, in one query. */
  public Map<Long, Customer> customers(Collection<Long> ids) {
    return card.customers(ids).stream()
        .collect(Collectors.toMap(Customer::id, Function.identity()));
  }

  /** Who bears this number in the company's own systems. */
  public Optional<Customer> byExternalId(String externalId) {
    return card.byExternalId(externalId);
  }

  /** Those of {@link #search}, without what matched. */
  public List<Customer> find(String text, int most) {
    return search(text, most).stream().map(Match::customer).toList();
  }

  /**
   * As {@link #searchClosely}; where nothing was found, by a name that resembles what was typed
   * from afar.
   */
  public List<Match> search(String text, int most) {
    List<Match> found = searchClosely(text, most);
    return found.isEmpty() ? searchFarther(text, most) : found;
  }

  /**
   * By the beginnings of the words of a name, whatever the accents; by the beginning or end of an
   * address or telephone number; by external id; where little was found, by a name one letter
   * apart. Best first.
   */
  public List<Match> searchClosely(String text, int most) {
    return finder.find(text, most);
  }

  /** By a name of which the words share enough letters with what was typed. */
  public List<Match> searchFarther(String text, int most) {
    return finder.farther(text, most);
  }

  /**
   * @throws Refusal when the name is blank
   */
  public void rename(long customer, String name, Actor by) {
    acts.run(() -> card.rename(customer, name, by));
  }

  /**
   * Notes their number in the company's own systems.
   *
   * @throws Refusal when another customer bears it
   */
  public void identify(long customer, String externalId, Actor by) {
    acts.run(() -> card.identify(customer, externalId, by));
  }

  /**
   * A colleague declares two to be one: the duplicate is known as the survivor from now on. Each
   * keeps what is its own. Nothing happens when they are one already.
   *
   * @throws Refusal when one of them was erased, or is about to be
   */
  public void merge(long survivor, long duplicate, Actor by) {
    acts.run(() -> card.mergers().merge(survivor, duplicate, by));
  }

  /**
   * They are two after all: each is known by what is its own again, and so is whoever had been
   * merged into the duplicate before.
   *
   * @throws Refusal when it is nobody's duplicate, one of them was erased or is about to be, or
   *     something of both was joined since: see {@link #tied}
   */
  public void unmerge(long duplicate, Actor by) {
    acts.run(() -> card.mergers().unmerge(duplicate, by));
  }

  /** The merges that stand of or into this customer, the newest first. */
  public List<Merge> merges(long customer) {
    return card.mergers().of(customer);
  }

  /** What must be taken apart first before this duplicate can be; empty when nothing. */
  public List<Obstacle> tied(long duplicate) {
    return card.mergers().tied(duplicate);
  }

  /** Who stands for this customer: themselves, or whom they were merged into. */
  public long standing(long customer) {
    return card.mergers().standing(customer);
  }

  /** Everybody who is the same as this customer, the standing one first. */
  public List<Long> selves(long customer) {
    return card.mergers().selves(customer);
  }

  /**
   * The living contact points first, among them the preferred, then the verified; also those of
   * whoever was merged with them.
   */
  public List<ContactPoint> contacts(long customer) {
    return card.contacts(customer);
  }

  /** Contact points of many customers in one query. */
  public Map<Long, List<ContactPoint>> contacts(Collection<Long> customers) {
    return card.contacts(customers).stream()
        .collect(Collectors.groupingBy(ContactPoint::customerId));
  }

  /** Where to reach them over this channel: the preferred of the living ones. */
  public Optional<ContactPoint> reach(long customer, Channel channel) {
    return contacts(customer).stream()
        .filter(c -> c.living() && c.channel() == channel)
        .findFirst();
  }

  /**
   * Adds a way to reach them; nothing happens when they have it already.
   *
   * @return the contact point's id
   * @throws Refusal when it is no address, or another customer's
   */
  public long addContact(long customer, Channel channel, String address, Actor by) {
    Address read = Address.of(channel, address);
    return acts.call(() -> card.addContact(customer, read, by));
  }

  /**
   * It was shown that they can be reached there; later proofs change nothing.
   *
   * @param how a code such as {@code replied}, {@code link} or {@code called}
   */
  public void verify(long contact, String how, Actor by) {
    acts.run(() -> card.verify(contact, how, by));
  }

  /**
   * Nothing reaches them there any more; the address is free for somebody else.
   *
   * @param why a code such as {@code bounced} or {@code told}
   */
  public void bury(long contact, String why, Actor by) {
    acts.run(() -> card.bury(contact, why, by));
  }

  /**
   * The channel that they want, and the address to use on it.
   *
   * @throws Refusal when the contact point is dead or somebody else's
   */
  public void prefer(long customer, long contact, Actor by) {
    acts.run(() -> card.prefer(customer, contact, by));
  }

  /** When messages that can wait do wait, on their own clock; null: at no time. */
  public void quietHours(long customer, @Nullable QuietHours hours, Actor by) {
    acts.run(() -> card.quietHours(customer, hours, by));
  }

  /** The moment, not before the given one, at which it is not quiet where they are. */
  public Instant quietUntil(long customer, Instant moment) {
    return customer(customer).quietUntil(moment);
  }

  /** The needs that have not ended, the newest first; also of whoever was merged with them. */
  public List<Need> needs(long customer) {
    return circumstances.needs(customer);
  }

  /** Needs that somebody looks at again before this moment, the one to be looked at first first. */
  public List<Need> needsToLookAt(Instant before, int most) {
    return circumstances.toLookAt(before, most);
  }

  /** Those of them that hold and that somebody should have looked at by now. */
  public List<Need> needsDue(List<Long> ids, Instant now) {
    return circumstances.due(ids, now);
  }

  /**
   * Notes what must be done differently, from now on, and when somebody looks at it again.
   *
   * @throws Refusal when the words are blank or the review is not in the future
   */
  public long need(
      long customer, Need.Driver driver, String words, String toldBy, Instant reviewAt, Actor by) {
    return acts.call(() -> circumstances.need(customer, driver, words, toldBy, reviewAt, by));
  }

  /** Somebody has looked: it still holds. */
  public void reviewNeed(long need, Instant nextReviewAt, Actor by) {
    acts.run(() -> circumstances.reviewNeed(need, nextReviewAt, by));
  }

  public void endNeed(long need, Actor by) {
    acts.run(() -> circumstances.endNeed(need, by));
  }

  /**
   * A person speaks or acts for a company.
   *
   * @throws Refusal unless the one is a person and the other a company
   */
  public void worksFor(long person, long company, Actor by) {
    acts.run(() -> circumstances.worksFor(person, company, by));
  }

  public void leaves(long person, long company, Actor by) {
    acts.run(() -> circumstances.leaves(person, company, by));
  }

  /** The companies that a person works for. */
  public List<Customer> companies(long person) {
    return circumstances.companies(person);
  }

  /** The people who work for a company. */
  public List<Customer> people(long company) {
    return circumstances.people(company);
  }

  /** The form in which two spellings of an address are equal; empty when it reaches nobody. */
  public static Optional<String> normalised(Channel channel, String address) {
    return Address.read(channel, address).map(Address::norm);
  }

  /** How the journal and alarms speak of a customer. */
  public static Subject subject(long customer) {
    return Subject.of("customer", customer);
  }
}
