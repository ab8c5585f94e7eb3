package amends.staff;

import java.time.ZoneId;
import java.util.Locale;

/**
 * A name that customers know us by.
 *
 * @param senderAddress the help address: customers write to it and hear from it
 * @param locale the language that it speaks when a customer has told none
 * @param zone the zone that its promises speak in when a customer has told none
 * @param calendar the name of the working calendar in which its people answer
 */
public record Brand(
    long id,
    String name,
    String senderAddress,
    Locale locale,
    ZoneId zone,
    String calendar,
    boolean active) {}
