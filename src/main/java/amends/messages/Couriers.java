package amends.messages;

import amends.journal.Journal;
import amends.shared.Acts;
import java.util.function.BooleanSupplier;
import org.springframework.stereotype.Component;

/** Gives each carrier a courier of its own: what is stuck at one holds up no other. */
@Component
public final class Couriers {
  private final Acts acts;
  private final Deliveries deliveries;
  private final Courier.Writing writing;
  private final Rest rest;
  private final Many many;

  Couriers(Acts acts, Deliveries deliveries, Courier.Writing writing, Rest rest, Many many) {
    this.acts = acts;
    this.deliveries = deliveries;
    this.writing = writing;
    this.rest = rest;
    this.many = many;
  }

  @Component
  record Rest(Outcomes outcomes, MailStates states, Nudges nudges) {}

  /** For what goes to many. */
  @Component
  record Many(
      MassRows rows,
      MassDecisions decisions,
      MassWriting writing,
      Mailings mailings,
      Journal journal) {}

  /** A duty that takes the deliveries of its medium; close it when the program ends. */
  public Courier of(Carrier carrier) {
    return of(carrier, rest.states()::heldBack);
  }

  Courier of(Carrier carrier, BooleanSupplier held) {
    Courier.Tools tools = new Courier.Tools(acts, deliveries, writing, carrier, rest.outcomes());
    return new Courier(tools, held, rest.nudges().courier(carrier.medium()));
  }

  /**
   * A duty that takes what goes to many over the same carrier, so that no reply waits for it; close
   * it before the other.
   */
  public MassCourier ofMany(Carrier carrier) {
    return ofMany(carrier, rest.states()::heldBack);
  }

  MassCourier ofMany(Carrier carrier, BooleanSupplier held) {
    MassCourier.Tools tools =
        new MassCourier.Tools(acts, many.rows(), many.decisions(), many.writing(), many.mailings());
    MassRecord.Tools record =
        new MassRecord.Tools(acts, many.rows(), many.mailings(), rest.outcomes(), many.journal());
    return new MassCourier(
        tools, carrier, new MassRecord(record, carrier.medium()), held, rest.nudges().nobodys());
  }
}
