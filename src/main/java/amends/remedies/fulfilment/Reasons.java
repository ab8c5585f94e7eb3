package amends.remedies.fulfilment;

import java.util.Map;

/**
 * Why something did not leave, in the few words that colleagues are told; what a provider calls it
 * stays with the try.
 */
public final class Reasons {
  private static final Map<String, String> OURS =
      Map.ofEntries(
          Map.entry("no_payment_named", "no_payment"),
          Map.entry("payment_not_known", "no_payment"),
          Map.entry("resource_missing", "no_payment"),
          Map.entry("other_currency", "currency"),
          Map.entry("currency_not_taken", "currency"),
          Map.entry("amount_too_large", "too_much"),
          Map.entry("charge_disputed", "disputed"),
          Map.entry("expired_or_canceled_card", "card"),
          Map.entry("lost_or_stolen_card", "card"),
          Map.entry("came_back", "returned"),
          Map.entry("elsewhere", "elsewhere"),
          Map.entry("again", "again"),
          Map.entry("stopped", "stopped"),
          Map.entry("undone", "undone"),
          Map.entry("not_done", "not_done"));

  private Reasons() {}

  /** A code whose words are {@code remedies.pay.why.<code>}. */
  public static String of(String code) {
    return OURS.getOrDefault(code, "refused");
  }
}
