package amends.remedies;

import java.util.List;
import java.util.Optional;

/** Knows matters of one kind. Implemented by the rooms that keep them. */
public interface MatterSource {
  /** The kind of their subjects, such as {@code case}. */
  String kind();

  Optional<Matter> matter(long id);

  /** The same, held until the end of the running act, so that it cannot be closed meanwhile. */
  Optional<Matter> held(long id);

  /** Those of which only the people whom they name may know: nobody oversees them. */
  List<Long> restricted();
}
