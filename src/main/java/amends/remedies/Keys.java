package amends.remedies;

import amends.shared.Subject;
import java.time.LocalDate;

/**
 * Where a grant counts: under which limit, in which matter, for which customer's day, in which
 * period of whose.
 *
 * @param customer who stands for the customer now, so that two entries of one person share a day
 * @param person whose authority it is; negative for a token
 */
record Keys(
    Limit limit, Subject matter, long customer, LocalDate day, long person, LocalDate period) {
  static Keys of(Limit limit, Matter matter, long customer, LocalDate day, long person) {
    return new Keys(limit, matter.about(), customer, day, person, limit.period().begins(day));
  }
}
