package amends.goods;

/** From now on nothing of this may leave; what left already is no longer safe. */
public record StopMarked(StopMark mark) {}
