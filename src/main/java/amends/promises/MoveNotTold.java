package amends.promises;

/**
 * The letter that told of a moved promise did not arrive, or was taken back before it left: the
 * customer knows of no new moment.
 *
 * @param promise as it stands now: owed again, or moved when nothing can be taken back any more
 * @param takenBack by whoever wrote it
 */
public record MoveNotTold(Promise promise, boolean takenBack) {}
