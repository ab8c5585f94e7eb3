package amends.messages;

import java.nio.file.Path;
import java.util.List;

/** Which scripts letters can be printed in here, for whoever looks after the installation. */
public interface PrintedScripts {
  /** Codes of those that can; the words of one are {@code messages.script.<code>}. */
  List<String> printed();

  /** Codes of those that are known and have no face here. */
  List<String> lacking();

  /** Where a face can be laid that is used before those of the machine. */
  Path folder();
}
