package amends.goods.web;

import amends.goods.web.GoodsJson.AmountJson;
import amends.shared.api.Say;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What programs may send about goods. */
final class GoodsAsks {
  private GoodsAsks() {}

  /** A list of products. */
  record ProductsSent(
      @Say(value = "Up to a thousand.", least = 1, most = 1000) List<NewProductJson> items) {}

  /** A product as your system knows it. */
  record NewProductJson(
      @Say(value = "Its number in your system.", example = "JUG-1", most = 100) String externalId,
      @Say(value = "What it is called.", example = "Water jug, 2 litres", most = 300) String name,
      @Say(value = "The maker's name, where it is not your own.", most = 100)
          @Nullable String brand) {}

  /** A list of units. */
  record UnitsSent(
      @Say(value = "Up to a thousand.", least = 1, most = 1000) List<NewUnitJson> items) {}

  /** A unit as your system knows it; known by product and serial number. */
  record NewUnitJson(
      @Say(value = "The product's number in your system.", example = "JUG-1", most = 100)
          String product,
      @Say(
              value = "As it stands on the plate; blanks and hyphens do not count.",
              example = "SN 1044-20",
              most = 100)
          String serial,
      @Say(
              value = "The code of its lot; a new lot is noted by the way.",
              example = "L-77",
              least = 1,
              most = 100)
          @Nullable String lot,
      @Say(value = "Its number in your system.", example = "U-900", least = 1, most = 100)
          @Nullable String externalId) {}

  /** A list of orders. */
  record OrdersSent(
      @Say(value = "Up to a thousand.", least = 1, most = 1000) List<NewOrderJson> items) {}

  /** An order with all of its lines; lines that are no longer told of go. */
  record NewOrderJson(
      @Say(value = "The number that the customer sees.", example = "A-1001", most = 100)
          String externalId,
      @Say(value = "Our number of the customer; else give the other.", example = "17")
          @Nullable Long customerId,
      @Say(value = "The customer's number in your system.", example = "C-20417", most = 100)
          @Nullable String customerExternalId,
      @Say(value = "When it was placed.", example = "2026-05-02T10:15:00Z") Instant placedAt,
      @Say("What was paid or is owed, reductions and carriage included.") AmountJson total,
      @Say(
              value =
                  "The number under which the payment's provider knows it, so that refunds go back"
                      + " to it; left out, what is known stays.",
              example = "pi_3PxYz",
              least = 1,
              most = 200)
          @Nullable String payment,
      @Say("What was paid by it, in the order's currency; no refund goes above it.")
          @Nullable AmountJson paid,
      @Say(value = "Where it went, ISO 3166, two letters.", example = "GB", least = 2, most = 2)
          @Nullable String country,
      @Say(value = "In their order.", most = 500) List<NewOrderLineJson> lines) {}

  /** One line of an order. */
  record NewOrderLineJson(
      @Say(value = "The product's number in your system.", example = "JUG-1", most = 100)
          String product,
      @Say(
              value = "Of the very piece, which must be known as a unit.",
              example = "SN 1044-20",
              least = 1,
              most = 100)
          @Nullable String serial,
      @Say(value = "How many.", example = "2") int quantity,
      @Say("Of one piece, in the order's currency.") AmountJson price) {}

  /** Which products. */
  record ProductFilter(
      @Say(value = "Its number in your system.", example = "JUG-1") @Nullable String externalId) {}

  /** Which units. */
  record UnitFilter(
      @Say(value = "Its number in your system.", example = "U-900") @Nullable String externalId,
      @Say(value = "As it stands on the plate.", example = "SN 1044-20") @Nullable String serial,
      @Say(value = "The product's number in your system.", example = "JUG-1")
          @Nullable String product,
      @Say(value = "The code of the lot.", example = "L-77") @Nullable String lot) {}

  /** Which orders. */
  record OrderFilter(
      @Say(value = "The number that the customer sees.", example = "A-1001")
          @Nullable String externalId,
      @Say(value = "Our number of the customer.", example = "17") @Nullable Long customerId,
      @Say(value = "Of a unit in one of its lines.", example = "SN 1044-20")
          @Nullable String serial,
      @Say(value = "Placed at this moment or later.", example = "2026-05-01T00:00:00Z")
          @Nullable Instant placedSince) {}
}
