package amends.messages.broadcast;

import amends.customers.Purpose;
import amends.messages.Answer;
import amends.messages.Carrier;
import amends.messages.Medium;
import amends.messages.Outgoing;
import amends.messages.Parcel;
import amends.shared.Refusal;
import amends.shared.Settings;
import amends.shared.Tokens;
import amends.staff.Viewer;
import java.time.InstantSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** Sends a broadcast to whoever writes it, as one of its people will read it. */
@Component
public final class Trial {
  private final Broadcasts broadcasts;
  private final Following following;
  private final List<Carrier> carriers;
  private final With with;

  Trial(Broadcasts broadcasts, Following following, List<Carrier> carriers, With with) {
    this.broadcasts = broadcasts;
    this.following = following;
    this.carriers = List.copyOf(carriers);
    this.with = with;
  }

  /** What a mail is marked with. */
  @Component("trialWith")
  record With(Settings settings, InstantSource clock, Tokens tokens) {}

  /**
   * By e-mail, to the viewer's own address; outside of any act, and on nobody's record.
   *
   * @throws Refusal when there is no list yet, no mail server, or the server does not take it
   */
  public void toMe(long id, Viewer viewer) {
    Broadcast broadcast = broadcasts.see(id, viewer);
    Following.Letter letter =
        following.letters(id, viewer).stream()
            .findFirst()
            .orElseThrow(() -> new Refusal("", "messages.broadcast.refusal.no-list"));
    Carrier mail =
        carriers.stream()
            .filter(c -> c.medium() == Medium.EMAIL && c.ahead() > 0)
            .findFirst()
            .orElseThrow(() -> new Refusal("", "messages.broadcast.refusal.no-server"));
    Answer answer = mail.carry(parcel(broadcast, letter, viewer));
    if (!(answer instanceof Answer.Accepted)) {
      throw new Refusal("", "messages.broadcast.refusal.not-taken", answer.reply());
    }
  }

  private Parcel parcel(Broadcast broadcast, Following.Letter letter, Viewer viewer) {
    String mark = "<trial." + with.tokens().next() + "@" + with.settings().mailDomain() + ">";
    return new Parcel(
        0,
        0,
        broadcast.subject(),
        0,
        broadcast.words().brandId(),
        viewer.email(),
        letter.subject(),
        letter.body(),
        Outgoing.Kind.BROADCAST,
        Purpose.SERVICE,
        with.clock().instant(),
        null,
        new Parcel.Thread(mark, null, null, null));
  }
}
