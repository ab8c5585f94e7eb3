package amends.goods;

import amends.goods.StopRows.Place;
import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.NotFound;
import amends.shared.Refusal;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Stop marks on products, lots and units. Asks for no permission: whoever calls has. Setting one
 * and letting a unit leave wait for each other: either the mark comes first and is seen, or the
 * unit left and {@link StopMarked} tells of it.
 */
@Component
public final class StopMarks {
  private final StopRows rows;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final ApplicationEventPublisher events;

  StopMarks(
      JdbcClient sql,
      InstantSource clock,
      Acts acts,
      Journal journal,
      ApplicationEventPublisher events) {
    this.rows = new StopRows(sql);
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.events = events;
  }

  /**
   * @throws Refusal when there is no such product, lot or unit, or words or evidence are missing
   */
  public StopMark set(NewStop stop, Actor by) {
    if (stop.words().isBlank()) {
      throw new Refusal("words", "goods.refuse.stop.words");
    }
    if (stop.evidence().isBlank()) {
      throw new Refusal("evidence", "goods.refuse.stop.evidence");
    }
    return acts.call(() -> {
      Place place = place(stop);
      rows.take(place);
      StopMark mark = get(rows.insert(place, stop, by, clock.instant()));
      journal.record(
          "goods.stopped",
          mark.of(),
          by,
          Map.of("mark", mark.id(), "reason", mark.reason().code()));
      events.publishEvent(new StopMarked(mark));
      return mark;
    });
  }

  private Place place(NewStop stop) {
    long product =
        rows.product(stop.product())
            .orElseThrow(() -> new Refusal("product", "goods.refuse.stop.product", stop.product()));
    String serial = given(stop.serial());
    String lot = given(stop.lot());
    if (serial != null) {
      return new Place(
          product,
          null,
          rows.unit(product, serial)
              .orElseThrow(() -> new Refusal("serial", "goods.refuse.stop.unit", serial)));
    }
    if (lot != null) {
      return new Place(
          product,
          rows.lot(product, lot)
              .orElseThrow(() -> new Refusal("lot", "goods.refuse.stop.lot", lot)),
          null);
    }
    return new Place(product, null, null);
  }

  private static @Nullable String given(@Nullable String written) {
    return written == null || written.isBlank() ? null : written;
  }

  /**
   * @throws Refusal without words, or when it was lifted before
   */
  public StopMark lift(long id, String words, Actor by) {
    if (words.isBlank()) {
      throw new Refusal("words", "goods.refuse.stop.lift-words");
    }
    return acts.call(() -> {
      StopMark mark = get(id);
      if (!rows.lift(id, words.strip(), by, clock.instant())) {
        throw new Refusal("", "goods.refuse.stop.lifted");
      }
      journal.record("goods.stop_lifted", mark.of(), by, Map.of("mark", id));
      return get(id);
    });
  }

  /**
   * @throws NotFound when there is none
   */
  public StopMark get(long id) {
    return rows.find(id).orElseThrow(() -> new NotFound(Subject.of("stop_mark", id)));
  }

  /** Those that stand, the newest first, and then the last that were lifted. */
  public List<StopMark> all(int most) {
    return rows.all(most);
  }

  /**
   * By number, behind the given one.
   *
   * @param stands only those that stand, or only those that were lifted; null for all
   */
  public List<StopMark> behind(long after, @Nullable Boolean stands, int most) {
    return rows.behind(after, stands, most);
  }

  /** The marks that stand on a unit, its lot or its product. */
  public List<StopMark> on(long unitId) {
    return on(List.of(unitId)).getOrDefault(unitId, List.of());
  }

  /** By unit, the marks that stand on it, its lot or its product; without those that bear none. */
  public Map<Long, List<StopMark>> on(Collection<Long> unitIds) {
    return rows.on(unitIds);
  }

  /** The marks that stand on the whole product. */
  public List<StopMark> onProduct(long productId) {
    return rows.onProduct(productId);
  }

  /** Holds a unit, its lot and its product until the act ends, so that no mark comes between. */
  public void hold(long unitId) {
    rows.hold(unitId);
  }

  /** Units of the product that no mark stands on and nobody was sold, the highest serial first. */
  public List<Unit> free(long productId, int most) {
    return rows.free(productId, most);
  }
}
