package amends.messages;

import org.springframework.stereotype.Component;

/** Who is waiting for work in this process: the readers of mail, and the couriers. */
@Component
final class Nudges {
  final Nudge reading = new Nudge();
  final Nudge courier = new Nudge();
}
