package amends.customers.web;

import amends.customers.Channel;
import amends.customers.Customer;
import amends.shared.api.Say;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs may send about customers. */
final class CustomerAsks {
  private CustomerAsks() {}

  /** A new customer. */
  record NewCustomerJson(
      @Say("One human being, or many under one name; person when left out.")
          Customer.@Nullable Kind kind,
      @Say(value = "As they call themselves.", example = "Ruth Adeyemi", least = 1, most = 200)
          String name,
      @Say(
              value = "The language to write to them in; the first brand's when left out.",
              example = "en-GB",
              most = 35)
          @Nullable String locale,
      @Say(
              value = "The zone of the moments to tell them; the first brand's when left out.",
              example = "Europe/London",
              most = 60)
          @Nullable String zone,
      @Say(
              value = "Their number in your system.",
              example = "C-20417",
              most = 100,
              least = 1,
              refusedAs = "externalId")
          @Nullable String externalId,
      @Say(value = "Where they can be reached.", most = 20)
          @Nullable List<NewContactJson> contacts) {}

  /** A list of customers. */
  record CustomersSent(
      @Say(value = "Up to a thousand.", least = 1, most = 1000) List<ListedCustomerJson> items) {}

  /** A customer as your system knows them; known by their number there. */
  record ListedCustomerJson(
      @Say(value = "Their number in your system.", example = "C-20417", least = 1, most = 100)
          String externalId,
      @Say(value = "As they call themselves.", example = "Ruth Adeyemi", least = 1, most = 200)
          String name,
      @Say("One human being, or many under one name; person when left out. Kept as it was first.")
          Customer.@Nullable Kind kind,
      @Say(
              value = "The language to write to them in; left out, what is known stays.",
              example = "en-GB",
              most = 35)
          @Nullable String locale,
      @Say(
              value = "The zone of the moments to tell them; left out, what is known stays.",
              example = "Europe/London",
              most = 60)
          @Nullable String zone,
      @Say(value = "Where they can be reached: added, and never taken away.", most = 20)
          @Nullable List<NewContactJson> contacts) {}

  /** A way to reach a customer. */
  record NewContactJson(
      @Say("Over which channel.") Channel channel,
      @Say(
              value = "E-mail address, telephone number, or what stands on the envelope.",
              example = "ruth@adeyemi.example",
              least = 1,
              most = 1000)
          String address) {}

  /** What to change; what is left out stays as it is. */
  record CustomerChangeJson(
      @Say(value = "As they call themselves.", example = "Ruth Adeyemi-Holt", least = 1, most = 200)
          @Nullable String name,
      @Say(value = "The language to write to them in.", example = "de", most = 35)
          @Nullable String locale,
      @Say(value = "The zone of the moments to tell them.", example = "Europe/Berlin", most = 60)
          @Nullable String zone,
      @Say(
              value = "Their number in your system.",
              example = "C-20417",
              least = 1,
              most = 100,
              refusedAs = "externalId")
          @Nullable String externalId,
      @Say("When messages that can wait do wait; null ends them.")
          @Nullable QuietHoursJson quietHours) {}

  /** Hours of quiet, on the customer's own clock. */
  record QuietHoursJson(
      @Say(value = "From this time of day.", example = "21:30") LocalTime from,
      @Say(value = "To this one; on the next day when it is the earlier one.", example = "07:00")
          LocalTime to) {}

  /** Which customers. */
  record CustomerFilter(
      @Say(value = "Their number in your system.", example = "C-20417") @Nullable String externalId,
      @Say(
              value = "An e-mail address or telephone number that reaches them.",
              example = "ruth@adeyemi.example",
              most = 1000)
          @Nullable String address,
      @Say(value = "The beginnings of words of the name.", example = "ruth ade") @Nullable String q,
      @Say("Only people, or only companies.") Customer.@Nullable Kind kind,
      @Say(value = "Written down at this moment or later.", example = "2026-05-01T00:00:00Z")
          @Nullable Instant createdSince) {}
}
