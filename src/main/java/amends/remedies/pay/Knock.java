package amends.remedies.pay;

import java.time.Instant;
import java.util.function.UnaryOperator;

/**
 * A call that came in, as it came.
 *
 * @param header the value of a header by its name; empty when it was not sent
 * @param body the bytes that the signature is over
 * @param at when it came
 */
public record Knock(UnaryOperator<String> header, byte[] body, Instant at) {}
