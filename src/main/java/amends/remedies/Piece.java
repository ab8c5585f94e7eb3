package amends.remedies;

import amends.shared.Money;

/** One thing that is given, by itself or as a part of a package, and what it is worth. */
record Piece(Remedy remedy, Money amount) {}
