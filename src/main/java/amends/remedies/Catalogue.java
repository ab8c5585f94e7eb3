package amends.remedies;

import amends.shared.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What can be given. Asks for no permission: whoever calls has. */
@Component
public final class Catalogue {
  /**
   * Writes a remedy down. One of the same code, brand and country that is in force ends the day
   * before.
   *
   * @throws amends.shared.Refusal when something is missing or does not fit together
   */
  public Remedy add(NewRemedy remedy, Actor by) {
    throw new UnsupportedOperationException();
  }

  /** It is given no more from this day on. */
  public void end(long id, LocalDate day, Actor by) {
    throw new UnsupportedOperationException();
  }

  public Optional<Remedy> find(long id) {
    throw new UnsupportedOperationException();
  }

  /** Everything that was ever in it, by code and day. */
  public List<Remedy> all() {
    throw new UnsupportedOperationException();
  }

  /** What can be given in this matter today: of its brand and its customer's country. */
  public List<Remedy> forMatter(Matter matter) {
    throw new UnsupportedOperationException();
  }
}
