/**
 * Room for what is given to make it right: the catalogue, who may give how much without asking, the
 * grants, and the proof that each happened once and was safe. Where a grant belongs is told by
 * whoever implements {@link amends.remedies.MatterSource}; what must not be shipped by {@link
 * amends.remedies.Hazards}; money and parcels leave through {@link amends.remedies.Fulfilment}.
 *
 * <p>Owns: {@code remedy}, {@code remedy_words}, {@code remedy_part}, {@code remedy_cause}, {@code
 * authority_limit}, {@code authority_use}, {@code remedy_grant}, {@code remedy_wanted}, {@code
 * remedy_request}, {@code remedy_offer}, {@code remedy_choice}, {@code remedy_backing}, {@code
 * suspicion_rule}, {@code suspicion_rule_set}, {@code remedy_suspicion}, {@code remedy_interim},
 * {@code remedy_check}, {@code remedy_budget}, {@code pay_connection}, {@code pay_route}, {@code
 * fulfilment}, {@code attempt}, {@code pay_ledger_line}, {@code pay_news}, {@code grant_stop}.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "shared :: page",
      "shared :: api",
      "shared :: net",
      "time",
      "journal",
      "staff",
      "customers",
      "goods",
      "messages",
      "promises",
      "honesty"
    })
@NullMarked
package amends.remedies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
