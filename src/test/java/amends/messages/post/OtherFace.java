package amends.messages.post;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A face of other scripts for tests, the same on every machine: our own, whose pictures of Latin
 * letters stand for the letters of these ranges.
 */
final class OtherFace {
  private static final int DIRECTORY = 12;
  private static final int RECORD = 16;
  private static final int GROUP = 12;
  private static final int FIRST_PICTURE = 36;
  private static final int PICTURES = 50;

  private OtherFace() {}

  static byte[] with(int[]... ranges) throws IOException {
    byte[] ours;
    try (InputStream in = Paper.face()) {
      ours = in.readAllBytes();
    }
    byte[] letters = letters(ranges);
    int end = (ours.length + 3) / 4 * 4;
    ByteBuffer face = ByteBuffer.allocate(end + letters.length);
    face.put(ours).position(end).put(letters);
    int record = record(ours, "cmap");
    face.putInt(record + 8, end);
    face.putInt(record + 12, letters.length);
    return face.array();
  }

  private static int record(byte[] face, String table) {
    ByteBuffer in = ByteBuffer.wrap(face);
    for (int i = 0; i < in.getShort(4); i++) {
      int at = DIRECTORY + i * RECORD;
      if (new String(face, at, 4, StandardCharsets.US_ASCII).equals(table)) {
        return at;
      }
    }
    throw new IllegalStateException("no table " + table);
  }

  /** Which picture each letter has: a table of format 12. */
  private static byte[] letters(int[]... ranges) {
    List<int[]> groups = new ArrayList<>();
    for (int[] range : ranges) {
      for (int from = range[0]; from <= range[1]; from += PICTURES) {
        groups.add(new int[] {from, Math.min(range[1], from + PICTURES - 1)});
      }
    }
    int length = 16 + GROUP * groups.size();
    ByteBuffer table = ByteBuffer.allocate(DIRECTORY + length);
    table.putShort((short) 0).putShort((short) 1);
    table.putShort((short) 3).putShort((short) 10).putInt(DIRECTORY);
    table.putShort((short) 12).putShort((short) 0).putInt(length).putInt(0).putInt(groups.size());
    groups.forEach(g -> table.putInt(g[0]).putInt(g[1]).putInt(FIRST_PICTURE));
    return table.array();
  }
}
