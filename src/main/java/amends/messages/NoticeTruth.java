package amends.messages;

import java.util.Collection;
import java.util.Set;

/** Asked before colleagues are written to: what has been mended since is not told any more. */
public interface NoticeTruth {
  /** The kind of source that it knows, such as {@code promise}. */
  String sourceKind();

  /** Which of these sources still are as the notice says. */
  Set<Long> stillTrue(Notice.Kind kind, Collection<Long> sources);
}
