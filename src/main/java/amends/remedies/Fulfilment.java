package amends.remedies;

/**
 * How what was granted leaves the house. It must answer at once: what is ordered is a row of the
 * running act, and whoever pays or packs takes it from there.
 */
public interface Fulfilment {
  /** Orders once for a grant; a second order for it is none. */
  void order(NewOrder order);
}
