package amends.messages.broadcast;

/** Asked what has become of what a broadcast promised; the room of promises answers. */
public interface WordGiven {
  Standing standing(long broadcast);

  /** How many of its promises are how. */
  record Standing(int owed, int kept, int moved, int released, int broken, int madeGood) {
    public static final Standing NONE = new Standing(0, 0, 0, 0, 0, 0);

    public int all() {
      return owed + kept + moved + released + broken + madeGood;
    }
  }
}
