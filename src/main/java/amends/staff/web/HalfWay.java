package amends.staff.web;

import java.io.Serial;
import java.io.Serializable;
import java.time.Instant;

/** What a session remembers between the two steps of signing in. */
record HalfWay(long personId, Instant at) implements Serializable {
  static final String NAME = "half_way";
  @Serial private static final long serialVersionUID = 1L;
}
