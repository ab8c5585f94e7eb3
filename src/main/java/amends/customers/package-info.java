/**
 * Room for the people and companies we serve: contact points, language, zone, quiet hours, needs,
 * and recognising them when they write again.
 *
 * <p>Owns: {@code customer}, {@code contact_point}, {@code contact_code}, {@code affiliation},
 * {@code need}, {@code customer_word}, {@code customer_merge}, {@code legal_hold}, {@code erasure},
 * {@code customer_export}, {@code contact_choice}, {@code format_wish}.
 */
@ApplicationModule(allowedDependencies = {"shared", "shared :: api", "time", "journal", "staff"})
@NullMarked
package amends.customers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
