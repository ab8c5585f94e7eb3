package amends.staff;

import amends.shared.Refusal;
import java.time.ZoneId;
import java.util.Locale;

/**
 * A brand about to be added.
 *
 * @param senderAddress the bare help address, as in {@code help@example.com}
 * @throws Refusal of the field {@code name} or {@code sender_address} when it cannot be one
 */
public record NewBrand(String name, String senderAddress, Locale locale, ZoneId zone) {
  public NewBrand {
    name = name.strip();
    senderAddress = senderAddress.strip();
    if (name.isEmpty()) {
      throw new Refusal("name", "staff.refused.brand");
    }
    if (senderAddress.indexOf('@') <= 0) {
      throw new Refusal("sender_address", "staff.refused.sender");
    }
  }
}
