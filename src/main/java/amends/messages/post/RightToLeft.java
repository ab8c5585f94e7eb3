package amends.messages.post;

import com.ibm.icu.text.ArabicShaping;
import com.ibm.icu.text.ArabicShapingException;
import com.ibm.icu.text.Bidi;
import com.ibm.icu.text.BidiRun;
import com.openhtmltopdf.bidi.BidiReorderer;
import com.openhtmltopdf.bidi.BidiSplitter;
import com.openhtmltopdf.bidi.BidiTextRun;

/**
 * Words that run from right to left: which parts do, in what order their letters stand on paper,
 * and in which form Arabic letters join (UAX 9, by ICU).
 */
final class RightToLeft implements BidiSplitter {
  private static final ArabicShaping SHAPE =
      new ArabicShaping(
          ArabicShaping.LETTERS_SHAPE
              | ArabicShaping.TEXT_DIRECTION_LOGICAL
              | ArabicShaping.LENGTH_GROW_SHRINK);
  private static final ArabicShaping UNSHAPE =
      new ArabicShaping(
          ArabicShaping.LETTERS_UNSHAPE
              | ArabicShaping.TEXT_DIRECTION_LOGICAL
              | ArabicShaping.LENGTH_GROW_SHRINK);

  private final Bidi bidi = new Bidi();

  /** Whether a paragraph begins at the right. */
  static boolean begins(String paragraph) {
    return Bidi.getBaseDirection(paragraph) == Bidi.RTL;
  }

  static String shaped(String words) {
    return with(SHAPE, words);
  }

  private static String with(ArabicShaping shaping, String words) {
    try {
      return shaping.shape(words);
    } catch (ArabicShapingException e) {
      return words;
    }
  }

  @Override
  public void setParagraph(String paragraph, byte direction) {
    byte level =
        switch (direction) {
          case BidiSplitter.RTL -> Bidi.RTL;
          case BidiSplitter.LTR -> Bidi.LTR;
          default -> Bidi.LEVEL_DEFAULT_LTR;
        };
    bidi.setPara(paragraph, level, null);
  }

  @Override
  public int countTextRuns() {
    return bidi.countRuns();
  }

  @Override
  public BidiTextRun getVisualRun(int index) {
    BidiRun run = bidi.getVisualRun(index);
    return new BidiTextRun(
        run.getStart(),
        run.getLength(),
        run.getDirection() == Bidi.RTL ? BidiSplitter.RTL : BidiSplitter.LTR);
  }

  @Override
  public byte getBaseDirection(String paragraph) {
    return switch (Bidi.getBaseDirection(paragraph)) {
      case Bidi.RTL -> BidiSplitter.RTL;
      case Bidi.LTR -> BidiSplitter.LTR;
      default -> BidiSplitter.NEUTRAL;
    };
  }

  /** What is done with a part that runs from right to left before it is drawn. */
  static final class Drawn implements BidiReorderer {
    @Override
    public String reorderRTLTextToLTR(String text) {
      Bidi part = new Bidi();
      part.setPara(text, Bidi.RTL, null);
      return part.writeReordered(Bidi.DO_MIRRORING);
    }

    @Override
    public String shapeText(String text) {
      return shaped(text);
    }

    @Override
    public String deshapeText(String text) {
      return with(UNSHAPE, text);
    }

    @Override
    public boolean isLiveImplementation() {
      return true;
    }
  }
}
