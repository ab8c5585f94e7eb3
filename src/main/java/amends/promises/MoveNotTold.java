package amends.promises;

/**
 * The letter that told of a moved promise did not arrive: the customer knows of no new moment.
 *
 * @param promise as it stands now: owed again, or moved when nothing can be taken back any more
 */
public record MoveNotTold(Promise promise) {}
