package amends.app.demo;

import amends.cases.Breaches;
import amends.cases.Forewarnings;
import amends.promises.Bookings;
import amends.promises.Disruptions;

/** What is agreed outside of cases, and what becomes of it. */
record Elsewhere(
    Bookings bookings, Disruptions disruptions, Forewarnings forewarnings, Breaches breaches) {}
