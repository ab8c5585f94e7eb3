package amends.staff;

import amends.shared.Actor;
import java.time.Instant;

/** Somebody took a colleague's second factor away; the colleague has to hear of it. */
public record SecondFactorReset(long personId, Actor by, Instant at) {}
