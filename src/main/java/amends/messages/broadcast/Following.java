package amends.messages.broadcast;

import amends.messages.Places;
import amends.staff.Brand;
import amends.staff.Staff;
import amends.staff.Viewer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** How a broadcast looks to its people, and how it goes. */
@Component
public final class Following {
  private final Broadcasts broadcasts;
  private final People people;
  private final Progress progress;
  private final Starting starting;
  private final Of of;

  Following(Broadcasts broadcasts, People people, Progress progress, Starting starting, Of of) {
    this.broadcasts = broadcasts;
    this.people = people;
    this.progress = progress;
    this.starting = starting;
    this.of = of;
  }

  @Component
  record Of(Staff staff, Naming naming, ObjectProvider<WordGiven> words, Promising promising) {}

  /** Lines of a list that name nobody we know, the first of them. */
  public List<String> unknown(long id, Viewer viewer) {
    broadcasts.see(id, viewer);
    return of.naming().unknown(id, 10);
  }

  /** How long everything can still be taken back once it is started. */
  public Duration undo(Broadcast broadcast) {
    return starting.undo(broadcast.words().purpose());
  }

  /** A letter as one person will read it. */
  public record Letter(Recipient to, String subject, String body) {}

  /** How far it is; it has been started. */
  public Reach reach(long id, Viewer viewer) {
    return progress.of(broadcasts.see(id, viewer));
  }

  /** How many of its list get it by which channel, by its code. */
  public Map<String, Integer> byChannel(long id, Viewer viewer) {
    broadcasts.see(id, viewer);
    return people.byChannel(id);
  }

  /** What has become of what it promised. */
  public WordGiven.Standing standing(long id, Viewer viewer) {
    broadcasts.see(id, viewer);
    return of.words().stream().findFirst().map(w -> w.standing(id)).orElse(WordGiven.Standing.NONE);
  }

  public List<Recipient> people(
      long id, Recipient.@Nullable State state, int after, int most, Viewer viewer) {
    broadcasts.see(id, viewer);
    return people.page(id, state, after, most);
  }

  /** As three of its people will read it, and the one with the longest name. */
  public List<Letter> letters(long id, Viewer viewer) {
    Broadcast broadcast = broadcasts.see(id, viewer);
    return people.samples(id).stream().map(one -> letter(broadcast, one)).toList();
  }

  private Letter letter(Broadcast broadcast, Recipient to) {
    Map<String, String> values = new HashMap<>(to.own());
    values.put(Places.NAME, to.name());
    values.put(Places.FIRST_NAME, Places.firstName(to.name(), false));
    return new Letter(
        to,
        Places.fill(broadcast.words().subject(), values),
        Places.fill(of.promising().whole(broadcast.words()), values));
  }

  /** The places that its words may have, as they are typed. */
  public String places(long id) {
    return starting.places(id).list();
  }

  public Brand brand(Broadcast broadcast) {
    return of.staff().brand(broadcast.words().brandId());
  }
}
