package amends.messages;

import amends.shared.Subject;

/**
 * Where a valid MAC points. It routes, and proves nothing about who wrote.
 *
 * @param about the matter
 * @param customerId to whom the mail with that MAC had been sent
 */
record Route(Subject about, long customerId) {}
