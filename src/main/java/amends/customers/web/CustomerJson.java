package amends.customers.web;

import amends.customers.ContactPoint;
import amends.customers.Customer;
import amends.customers.QuietHours;
import amends.shared.api.Say;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A customer as programs read one. */
record CustomerJson(
    @Say(value = "Our number.", example = "17") long id,
    @Say("One human being, or many under one name.") Customer.Kind kind,
    @Say(value = "As they call themselves; […] after an erasure.", example = "Ruth Adeyemi")
        String name,
    @Say(value = "The language that we write to them in (BCP 47).", example = "en-GB")
        String locale,
    @Say(value = "The zone of the moments that we tell them (IANA).", example = "Europe/London")
        String zone,
    @Say(value = "Their number in your system.", example = "C-20417") @Nullable String externalId,
    @Say(value = "How they want to be reached; null when they have not said.", example = "email")
        @Nullable String preferredChannel,
    @Say("When messages that can wait do wait, on their own clock.") @Nullable QuietJson quietHours,
    @Say(
            "The number of the customer who stands for this one, since they were found to be the same.")
        @Nullable Long mergedInto,
    @Say(value = "When they were written down.", example = "2026-05-12T09:30:00Z")
        Instant createdAt,
    @Say("When they were erased: nothing is known of them any more; null while something is.")
        @Nullable Instant erasedAt,
    @Say("Where they can be reached; the living ones first.") List<ContactJson> contacts) {

  /** Hours of quiet. */
  record QuietJson(
      @Say(value = "From this time of day.", example = "21:30") String from,
      @Say(value = "To this one; on the next day when it is the earlier one.", example = "07:00")
          String to) {}

  /** A way to reach a customer. */
  record ContactJson(
      @Say(value = "Our number.", example = "23") long id,
      @Say(value = "Over which channel.", example = "email") String channel,
      @Say(value = "As it was given.", example = "ruth@adeyemi.example") String address,
      @Say("The one to use among several of the same channel.") boolean preferred,
      @Say("When it was shown to be theirs; null when it was only said.")
          @Nullable Instant verifiedAt,
      @Say("Since when nothing reaches them there.") @Nullable Instant deadAt) {
    static ContactJson of(ContactPoint point) {
      return new ContactJson(
          point.id(),
          point.channel().code(),
          point.address(),
          point.preferred(),
          point.verifiedAt(),
          point.deadAt());
    }
  }

  static CustomerJson of(Customer customer, List<ContactPoint> contacts) {
    QuietHours quiet = customer.quietHours();
    return new CustomerJson(
        customer.id(),
        customer.kind(),
        customer.name(),
        customer.locale().toLanguageTag(),
        customer.zone().getId(),
        customer.externalId(),
        customer.preferredChannel() == null ? null : customer.preferredChannel().code(),
        quiet == null ? null : new QuietJson(quiet.from().toString(), quiet.to().toString()),
        customer.mergedInto(),
        customer.createdAt(),
        customer.erasedAt(),
        contacts.stream().map(ContactJson::of).toList());
  }
}
