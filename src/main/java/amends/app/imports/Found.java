package amends.app.imports;

import java.nio.file.Path;
import tools.jackson.databind.node.ObjectNode;

/**
 * One record of an export.
 *
 * @param place counted from 1 within the file
 * @param list name of the list that it stood in, such as {@code tickets}; empty for none
 */
record Found(Path file, long place, String list, ObjectNode fields) {

  /**
   * The digits of the file's name: an answer about one ticket's comments is saved under its number.
   */
  String numberInName() {
    return file.getFileName().toString().replaceAll("\\D+", "");
  }
}
