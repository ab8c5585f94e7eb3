package amends.messages;

import amends.shared.Acts;
import java.time.InstantSource;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Gives each carrier a courier of its own: what is stuck at one holds up no other. */
@Component
public final class Couriers {
  private final Acts acts;
  private final Deliveries deliveries;
  private final Parcels parcels;
  private final Rest rest;

  Couriers(Acts acts, Deliveries deliveries, Parcels parcels, Rest rest) {
    this.acts = acts;
    this.deliveries = deliveries;
    this.parcels = parcels;
    this.rest = rest;
  }

  @Component
  record Rest(InstantSource clock, RandomGenerator random, MailStates states, Nudges nudges) {}

  /** A duty that takes the deliveries of its medium; close it when the program ends. */
  public Courier of(Carrier carrier) {
    return of(carrier, rest.states()::heldBack);
  }

  Courier of(Carrier carrier, BooleanSupplier held) {
    Courier.Tools tools =
        new Courier.Tools(acts, deliveries, parcels, carrier, rest.clock(), rest.random());
    return new Courier(tools, held, rest.nudges().courier(carrier.medium()));
  }
}
