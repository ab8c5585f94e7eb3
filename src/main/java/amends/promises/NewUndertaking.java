package amends.promises;

import amends.shared.Subject;
import java.time.Instant;

/**
 * What somebody is asked to do for a customer, or what a supplier has promised us.
 *
 * @param dueAt by when they do it
 */
public record NewUndertaking(
    Subject about, long customerId, Undertaking.By by, String words, Instant dueAt) {}
