package amends.messages.email;

import amends.messages.MailPerson;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Address fields in one pass: names, comments (nested without recursion), groups, and the shapes
 * that only exist in real mail. Encoded words are read after the structure, so that they cannot
 * smuggle in an address.
 */
final class AddressLists {
  private static final int MOST = 1_000;
  private static final int LONGEST = 320;

  private final List<MailPerson> people = new ArrayList<>();
  private final StringBuilder words = new StringBuilder();
  private final StringBuilder comment = new StringBuilder();
  private @Nullable StringBuilder angle;
  private int commentDepth;
  private boolean inQuotes;
  private boolean inAngle;

  private AddressLists() {}

  static List<MailPerson> read(Iterable<String> fields) {
    AddressLists lists = new AddressLists();
    for (String field : fields) {
      lists.field(field);
    }
    return List.copyOf(lists.people);
  }

  private void field(String value) {
    for (int i = 0; i < value.length() && people.size() < MOST; i++) {
      char c = value.charAt(i);
      boolean escaped = c == '\\' && i + 1 < value.length() && (inQuotes || commentDepth > 0);
      if (escaped) {
        target().append(value.charAt(++i));
      } else if (commentDepth > 0) {
        inComment(c);
      } else if (c == '"') {
        inQuotes = !inQuotes;
        if (inAngle) {
          target().append(c);
        }
      } else if (inQuotes) {
        target().append(c);
      } else {
        structure(c);
      }
    }
    end();
  }

  private void inComment(char c) {
    if (c == '(') {
      commentDepth++;
    } else if (c == ')') {
      commentDepth--;
    } else {
      comment.append(c);
    }
  }

  private void structure(char c) {
    switch (c) {
      case '(' -> commentDepth++;
      case '<' -> {
        if (angle == null) {
          angle = new StringBuilder();
        }
        inAngle = true;
      }
      case '>' -> inAngle = false;
      case ',', ';' -> {
        if (!inAngle || c == ',' && !route()) {
          end();
        }
      }
      case ':' -> {
        // A group's name ends here; an old source route or a "mailto:" ends here too.
        if (inAngle) {
          target().setLength(0);
        } else if (words.indexOf("@") < 0) {
          words.setLength(0);
        } else {
          words.append(c);
        }
      }
      default -> target().append(c);
    }
  }

  private boolean route() {
    return angle != null && !angle.isEmpty() && angle.charAt(0) == '@';
  }

  private StringBuilder target() {
    return commentDepth > 0 ? comment : inAngle && angle != null ? angle : words;
  }

  private void end() {
    String name = Cleaning.line(EncodedWords.decode(words.toString()));
    String remark = Cleaning.line(EncodedWords.decode(comment.toString()));
    if (angle != null) {
      add(name.isEmpty() ? remark : name, angle.toString());
    } else if (words.indexOf("@") >= 0) {
      bare(remark);
    } else if (!name.isEmpty()) {
      people.add(new MailPerson(Cleaning.cut(name, LONGEST), ""));
    }
    words.setLength(0);
    comment.setLength(0);
    angle = null;
    commentDepth = 0;
    inQuotes = false;
    inAngle = false;
  }

  /** Without brackets: the word with the at sign is the address, the others are its name. */
  private void bare(String remark) {
    StringBuilder name = new StringBuilder();
    String address = "";
    for (String word : words.toString().strip().split(" ", 100)) {
      if (address.isEmpty() && word.indexOf('@') >= 0) {
        address = word;
      } else {
        name.append(word).append(' ');
      }
    }
    String rest = Cleaning.line(EncodedWords.decode(name.toString()));
    add(rest.isEmpty() ? remark : rest, address);
  }

  private void add(String name, String written) {
    StringBuilder address = new StringBuilder(written.length());
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (c > ' ' && c != '<' && c != '>' && !Character.isISOControl(c)) {
        address.append(c);
      }
    }
    String shown = Cleaning.cut(name, LONGEST);
    boolean usable = address.indexOf("@") > 0 && address.length() <= LONGEST;
    if (usable || !shown.isEmpty()) {
      people.add(new MailPerson(shown, usable ? address.toString() : ""));
    }
  }
}
