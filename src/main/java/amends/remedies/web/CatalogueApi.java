package amends.remedies.web;

import amends.remedies.Catalogue;
import amends.remedies.Remedy;
import amends.shared.Money;
import amends.shared.NotFound;
import amends.shared.Subject;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.shared.api.Say;
import amends.staff.Viewer;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@ApiRoutes(title = CatalogueApi.TITLE, about = CatalogueApi.ABOUT)
final class CatalogueApi {
  static final String TITLE = "Remedies";
  static final String ABOUT =
      "What is given to make it right. Ask for the ruling first: it says what would be decided"
          + " before anything is promised, and moves nothing.";

  private final Catalogue catalogue;

  CatalogueApi(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** Which remedies are listed. */
  record RemedyFilter(
      @Say(value = "Only those of this code.", example = "refund") @Nullable String code) {}

  /** A remedy of the catalogue. */
  record RemedyJson(
      @Say(value = "Our number of it.", example = "3") long id,
      @Say(value = "What stays the same when it is written anew.", example = "refund") String code,
      @Say(value = "What kind of thing it is.", example = "refund") String kind,
      @Say("Whether it bridges the time until a final one.") boolean interim,
      @Say(value = "In English where there is English.", example = "Your money back") String name,
      @Say("What it means, for the customer.") String means,
      @Say("What the customer has to do; empty for nothing.") String customerDoes,
      @Say(value = "Working days before which it must not be promised.", example = "2")
          int leadDays,
      @Say("Working hours after them.") int leadHours,
      @Say(value = "Days after which the customer is asked whether it works.", example = "7")
          int checkDays,
      @Say("What one costs; null where the amount is named with each grant.")
          @Nullable PriceJson cost,
      @Say("What is sent; null where that is chosen each time.") @Nullable Long productId,
      @Say("The only brand; null for all.") @Nullable Long brandId,
      @Say("The only country, ISO 3166; null for all.") @Nullable String country,
      @Say(value = "The first day on which it is given.", example = "2026-05-01") String from,
      @Say("The first day on which it no longer is; null for no end.") @Nullable String to,
      @Say("The remedies that a package is made of.") List<Long> parts) {
    static RemedyJson of(Remedy remedy) {
      Remedy.Words words = remedy.in(Locale.ENGLISH);
      LocalDate to = remedy.to();
      return new RemedyJson(
          remedy.id(),
          remedy.code(),
          remedy.kind().code(),
          remedy.interim(),
          words.name(),
          words.means(),
          words.customerDoes(),
          remedy.leadDays(),
          remedy.leadHours(),
          remedy.checkDays(),
          PriceJson.of(remedy.cost()),
          remedy.productId(),
          remedy.brandId(),
          remedy.country(),
          remedy.from().toString(),
          to == null ? null : to.toString(),
          remedy.parts());
    }
  }

  /** What one costs. */
  record PriceJson(
      @Say(value = "In minor units.", example = "4450") long minor,
      @Say(value = "ISO 4217.", example = "GBP") String currency) {
    static @Nullable PriceJson of(@Nullable Money money) {
      return money == null ? null : new PriceJson(money.minor(), money.currency());
    }
  }

  @Operation(
      name = "list_remedies",
      does = "List what can be given",
      more = "Everything that was ever in the catalogue, by number; see from and to.",
      scope = "remedies:read")
  @GetMapping("/api/v1/remedies")
  Items<RemedyJson> list(Asked<RemedyFilter> asked, Viewer by) {
    String code = asked.filters().code();
    List<Remedy> found =
        catalogue.all().stream()
            .filter(remedy -> code == null || remedy.code().equals(code))
            .filter(remedy -> remedy.id() > asked.afterId())
            .sorted(Comparator.comparing(Remedy::id))
            .limit(asked.most())
            .toList();
    return asked.page(found, remedy -> Place.of(remedy.id()), RemedyJson::of);
  }

  @Operation(name = "read_remedy", does = "Read a remedy", scope = "remedies:read")
  @GetMapping("/api/v1/remedies/{id}")
  RemedyJson read(@PathVariable long id, Viewer by) {
    return catalogue
        .find(id)
        .map(RemedyJson::of)
        .orElseThrow(() -> new NotFound(Subject.of("remedy", id)));
  }
}
