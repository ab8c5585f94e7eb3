/**
 * Room for every word in and out: the mail door, raw bytes, reading, quarantine and tray,
 * deliveries and couriers, and the send gate that nothing outgoing bypasses.
 *
 * <p>Owns: {@code blob}, {@code inbound}, {@code held_mail}, {@code message}, {@code attachment},
 * {@code delivery}, {@code caught_mail}, {@code notice}, {@code notice_mail}, {@code receipt},
 * {@code connection}, {@code suppression}, {@code channel_trouble}, {@code contact_limit}, {@code
 * errand}, {@code print_batch}, {@code broadcast}, {@code broadcast_person}, {@code
 * broadcast_named}, {@code broadcast_job}, {@code broadcast_tally}, {@code mailbox}, {@code
 * mailbox_mail}, {@code not_ours}, {@code mail_account}, {@code mail_consent}, {@code mail_server},
 * {@code chat_presence}, {@code public_post}, {@code public_post_step}.
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
      "customers"
    })
@NullMarked
package amends.messages;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
