package amends.portal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a colleague has checked about somebody who is to speak for a customer.
 *
 * @param name of the representative
 * @param reach their e-mail address or telephone number
 * @param affiliation what they are to the customer: "daughter"
 * @param evidence what was shown
 * @param scope what they may speak about; empty for everything
 * @param mayDecide whether they may decide, or only hear
 * @param instead whether they are addressed instead of the customer, or also
 * @param allCases for every case of the customer
 * @param reviewAt when somebody looks whether it still holds
 * @param untilAt when it ends by itself; null when only a word ends it
 */
public record Confirmation(
    String name,
    String reach,
    String affiliation,
    String evidence,
    String scope,
    boolean mayDecide,
    boolean instead,
    boolean allCases,
    Instant reviewAt,
    @Nullable Instant untilAt) {}
