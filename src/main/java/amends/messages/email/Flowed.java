package amends.messages.email;

/** RFC 3676: a line that ends with a space goes on in the next one of the same depth. */
final class Flowed {
  private Flowed() {}

  /**
   * @param delete whether the space at the line's end is no part of the words
   */
  static String joined(String words, boolean delete) {
    StringBuilder out = new StringBuilder(words.length());
    String[] lines = words.split("\n", -1);
    boolean goesOn = false;
    int depth = 0;
    for (int i = 0; i < lines.length; i++) {
      int marks = marks(lines[i]);
      String line = lines[i].substring(marks);
      line = line.startsWith(" ") ? line.substring(1) : line;
      boolean delimiter = line.equals("-- ");
      boolean continues = goesOn && marks == depth && !delimiter;
      if (i > 0 && !continues) {
        out.append('\n');
      }
      if (!continues && marks > 0) {
        out.append(">".repeat(marks)).append(' ');
      }
      goesOn = line.endsWith(" ") && !delimiter;
      depth = marks;
      out.append(goesOn && delete ? line.substring(0, line.length() - 1) : line);
    }
    return out.toString();
  }

  private static int marks(String line) {
    int marks = 0;
    while (marks < line.length() && line.charAt(marks) == '>') {
      marks++;
    }
    return marks;
  }
}
