package amends.app;

import java.util.Optional;

/** The one-time link that makes the first administrator, while there is none. */
public interface FirstStart {
  /** The path below the base address, with its secret; empty once somebody can sign in. */
  Optional<String> link();
}
