package amends.messages.social;

import amends.customers.Purpose;
import amends.messages.Connection;
import amends.messages.Medium;
import amends.messages.Next;
import amends.messages.Outgoing;
import amends.messages.WordGates;
import amends.messages.broadcast.Broadcast;
import amends.messages.broadcast.Broadcasts;
import amends.messages.social.PublicPost.Words;
import amends.shared.Refusal;
import amends.shared.Subject;
import amends.staff.Brand;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** What is asked of words that everybody may read. */
@Component
final class PublicPostWords {
  private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]+@[\\w-]+(\\.[\\w-]+)+");

  private final Networks networks;
  private final Broadcasts broadcasts;
  private final AffectedFirst affected;
  private final Staff staff;
  private final WordGates gates;

  PublicPostWords(
      Networks networks,
      Broadcasts broadcasts,
      AffectedFirst affected,
      Staff staff,
      WordGates gates) {
    this.networks = networks;
    this.broadcasts = broadcasts;
    this.affected = affected;
    this.staff = staff;
    this.gates = gates;
  }

  /**
   * @throws Refusal of one of its fields
   */
  void check(Words words, Viewer by) {
    Connection connection = connection(words);
    SocialNetwork network = networks.of(connection);
    if (!words.listed() && !network.unlists()) {
      throw new Refusal("listed", "messages.posts.refusal.listed");
    }
    fits(network, words.body());
    Long about = words.broadcastId();
    if (about != null) {
      Broadcast broadcast = broadcasts.see(about, by);
      if (broadcast.words().brandId() != words.brandId()) {
        throw new Refusal("about", "messages.posts.refusal.about");
      }
    }
    says(words, words.body());
  }

  /** Other words for what was said already. */
  void checkChange(Words words, String body) {
    Connection connection = connection(words);
    SocialNetwork network = networks.of(connection);
    if (!network.changes()) {
      throw new Refusal("body", "messages.posts.refusal.unchangeable");
    }
    fits(network, body);
    says(words, body);
  }

  private Connection connection(Words words) {
    return networks.of(words.brandId()).stream()
        .filter(c -> c.id() == words.connectionId())
        .findFirst()
        .orElseThrow(() -> new Refusal("account", "messages.posts.refusal.account"));
  }

  private static void fits(SocialNetwork network, String body) {
    if (body.isBlank()) {
      throw new Refusal("body", "messages.posts.refusal.body");
    }
    int length = network.length(body);
    if (length > network.longestPost()) {
      throw new Refusal("body", "messages.posts.refusal.too-long", length, network.longestPost());
    }
  }

  /** Nobody's address but the house's own, and nobody's name who was affected. */
  private void says(Words words, String body) {
    Matcher address = ADDRESS.matcher(body);
    while (address.find()) {
      if (!isOurs(address.group())) {
        throw new Refusal("body", "messages.posts.refusal.address", address.group());
      }
    }
    Long about = words.broadcastId();
    if (about != null && affected.names(about, body)) {
      throw new Refusal("body", "messages.posts.refusal.named");
    }
  }

  /** A help address, or an account such as {@code @help@social.example} of ours. */
  private boolean isOurs(String address) {
    String plain = address.toLowerCase(Locale.ROOT);
    return staff.brands().stream()
            .map(Brand::senderAddress)
            .anyMatch(own -> own.toLowerCase(Locale.ROOT).equals(plain))
        || networks.on().stream()
            .map(c -> c.account().toLowerCase(Locale.ROOT))
            .anyMatch(own -> own.equals(plain) || own.equals("@" + plain));
  }

  /**
   * Honest words, and whatever else stands before what goes out.
   *
   * @throws Refusal of the field {@code body}
   */
  void pass(Subject about, Words words, String body, String overrule, Viewer by) {
    gates.note(about, overrule, by.actor());
    gates.pass(
        new Outgoing(
            about,
            0,
            "",
            "",
            body,
            Outgoing.Kind.BROADCAST,
            by.actor(),
            words.brandId(),
            null,
            new Next.NothingMore(),
            Medium.PUBLIC,
            purpose(words),
            false,
            null));
  }

  /** What it is about decides: a warning of a danger is one in public too. */
  Purpose purpose(Words words) {
    Long about = words.broadcastId();
    return about == null ? Purpose.SERVICE : broadcasts.purpose(about);
  }
}
