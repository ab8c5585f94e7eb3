package amends.promises;

import java.util.List;

/** What these wait for has not come by when it was expected. */
public record BookingsNotBegun(List<Booking> bookings) {}
