package amends.journal;

import java.util.List;

/**
 * Is told what PostgreSQL announces on a channel; implemented by the rooms that show things live.
 * Beans of this type are found.
 */
public interface Hearer {
  /** The sealer announces each batch here; the payload is its last seal number. */
  String SEALED = "amends_journal";

  String channel();

  /**
   * Announcements may be lost, those in the journal never are: whoever reads the feed reads on from
   * where they were, whatever this says.
   *
   * @param payloads what was announced; empty at least once a second
   * @param gap the line was new: whatever was announced before it has not been heard
   */
  void heard(List<String> payloads, boolean gap);
}
