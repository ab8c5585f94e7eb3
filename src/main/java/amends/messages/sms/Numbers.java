package amends.messages.sms;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Locale;
import java.util.Optional;

/** Telephone numbers as providers want them. */
public final class Numbers {
  private Numbers() {}

  /**
   * In E.164, {@code +447700900123}; a number without a country code is one of the brand's country.
   * Empty when no telephone can have it.
   */
  public static Optional<String> dialled(String given, Locale brand) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    String country = brand.getCountry().isEmpty() ? "ZZ" : brand.getCountry();
    try {
      PhoneNumber number = numbers.parse(given, country);
      return numbers.isPossibleNumber(number)
          ? Optional.of(numbers.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  /** Whether it is known to be on a desk or a wall: no text message arrives there. */
  public static boolean isFixed(String dialled) {
    PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    try {
      return numbers.getNumberType(numbers.parse(dialled, "ZZ")) == PhoneNumberType.FIXED_LINE;
    } catch (NumberParseException e) {
      return false;
    }
  }
}
