package amends.cases;

import org.jspecify.annotations.Nullable;

/**
 * What was said on the phone.
 *
 * @param said the customer's telling, in their words
 * @param agreed what both agreed; empty when nothing but what happens next
 * @param minutes how long it took; null when nobody counted
 * @param next what happens next and by when; its text is not used
 */
public record Heard(String said, String agreed, @Nullable Integer minutes, Draft next) {}
