package amends.app.demo;

import amends.goods.StopMarks;
import amends.remedies.Authority;
import amends.remedies.Backings;
import amends.remedies.Catalogue;
import amends.remedies.Causes;
import amends.remedies.Costs;
import amends.remedies.Offers;
import amends.remedies.Remedies;
import amends.remedies.Requests;

/** What things are made right with. */
record Giving(House house, Remedies remedies, Requests requests, Offers offers, Backings backings) {

  /** What the house gives, who may give how much, and what must not leave. */
  record House(
      Catalogue catalogue, Authority authority, Causes causes, Costs costs, StopMarks stops) {}
}
