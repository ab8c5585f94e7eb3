package amends.messages;

import amends.shared.Refusal;
import java.util.Optional;

/** Asked before anything goes out. Beans of this type are found; nothing outgoing bypasses them. */
public interface SendGate {
  /** Why this must not go out, with the mend; empty when it may. */
  Optional<Refusal> stop(Outgoing draft);
}
