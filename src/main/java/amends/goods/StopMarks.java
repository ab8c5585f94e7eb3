package amends.goods;

import amends.shared.Actor;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Stop marks on products, lots and units. Asks for no permission: whoever calls has. Setting one
 * and letting a unit leave wait for each other: either the mark comes first and is seen, or the
 * unit left and {@link StopMarked} tells of it.
 */
@Component
public final class StopMarks {
  /**
   * @throws amends.shared.Refusal when there is no such product, lot or unit, or words or evidence
   *     are missing
   */
  public StopMark set(NewStop stop, Actor by) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws amends.shared.Refusal without words, or when it was lifted before
   */
  public StopMark lift(long id, String words, Actor by) {
    throw new UnsupportedOperationException();
  }

  /**
   * @throws amends.shared.NotFound when there is none
   */
  public StopMark get(long id) {
    throw new UnsupportedOperationException();
  }

  /** Those that stand, the newest first, and then the last that were lifted. */
  public List<StopMark> all(int most) {
    throw new UnsupportedOperationException();
  }

  /** The marks that stand on a unit, its lot or its product. */
  public List<StopMark> on(long unitId) {
    throw new UnsupportedOperationException();
  }

  /** By unit, the marks that stand on it, its lot or its product; without those that bear none. */
  public Map<Long, List<StopMark>> on(Collection<Long> unitIds) {
    throw new UnsupportedOperationException();
  }

  /** The marks that stand on the whole product. */
  public List<StopMark> onProduct(long productId) {
    throw new UnsupportedOperationException();
  }

  /** Holds a unit, its lot and its product until the act ends, so that no mark comes between. */
  public void hold(long unitId) {
    throw new UnsupportedOperationException();
  }

  /** Units of the product that no mark stands on and nobody was sold, by serial number. */
  public List<Unit> free(long productId, int most) {
    throw new UnsupportedOperationException();
  }
}
