package amends.goods;

import amends.shared.Subject;

/** What a case can be about. */
public sealed interface Thing permits Product, Unit, Order {
  long id();

  /** How cases and the journal speak of it. */
  Subject subject();
}
