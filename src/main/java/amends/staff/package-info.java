/**
 * Room for the people who work here: brands, teams, roles, permissions, sign-in and sessions.
 *
 * <p>Owns: {@code brand}, {@code letterhead}, {@code team}, {@code person}, {@code membership},
 * {@code role_grant}, {@code sign_in_attempt}, {@code one_time_link}, {@code second_factor}, {@code
 * recovery_code}, {@code sign_in_rules}, {@code provider_identity}, {@code passkey}, {@code
 * passkey_owner}, {@code api_token}, {@code absence}, {@code skill}, {@code person_skill} and the
 * session tables.
 */
@ApplicationModule(
    allowedDependencies = {"shared", "shared :: page", "shared :: api", "time", "journal"})
@NullMarked
package amends.staff;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
