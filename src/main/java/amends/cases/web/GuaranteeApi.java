package amends.cases.web;

import amends.cases.web.CaseAsks.NoFilter;
import amends.promises.Guarantee;
import amends.promises.Guarantees;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Asked;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Place;
import amends.shared.api.Say;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;

@ApiRoutes(
    title = "Guarantees",
    about =
        "What is promised to everybody: the published catalogue, with its scope and with what happens"
            + " if it is not kept.")
final class GuaranteeApi {
  private final Guarantees guarantees;

  GuaranteeApi(Guarantees guarantees) {
    this.guarantees = guarantees;
  }

  /** A standing promise. */
  record GuaranteeJson(
      @Say(value = "Our number of it.", example = "2") long id,
      @Say("The brand whose customers it is given to; null for every brand.")
          @Nullable Long brandId,
      @Say(value = "Its name.", example = "An answer within a day") String title,
      @Say(value = "What is promised.", example = "A person answers you within a day.")
          String words,
      @Say(value = "To whom and when.", example = "Everybody who writes to us.") String scope,
      @Say(value = "What happens if not.", example = "We ring you, and you get ten pounds.")
          String ifNot,
      @Say(
              "The promises that it stands for: answer, contact, follow_up, check, booking, delivery."
                  + " When one of these is broken, the breach is noted by itself.")
          List<String> covers,
      @Say("Only in these countries (ISO 3166); empty for all.") List<String> onlyCountries,
      @Say("Only where the case came by one of these ways; empty for all.")
          List<String> onlyChannels,
      @Say("Only for products of these numbers; empty, with no makers either, for all.")
          List<String> onlyProducts,
      @Say("For products of these makers too.") List<String> onlyMakers,
      @Say(value = "Since when.", example = "2026-05-12T13:07:00Z") Instant since) {
    static GuaranteeJson of(Guarantee g) {
      return new GuaranteeJson(
          g.id(),
          g.brand(),
          g.title(),
          g.words(),
          g.scope(),
          g.ifNot(),
          g.covers().stream().map(Guarantee.Cover::code).sorted().toList(),
          g.only().countries().stream().sorted().toList(),
          g.only().channels().stream().sorted().toList(),
          g.only().products().stream().sorted().toList(),
          g.only().makers().stream().sorted().toList(),
          g.madeAt());
    }
  }

  @Operation(
      name = "list_guarantees",
      does = "List what is promised to everybody",
      scope = "promises:read")
  @GetMapping("/api/v1/guarantees")
  Items<GuaranteeJson> guarantees(Asked<NoFilter> asked) {
    List<Guarantee> behind =
        guarantees.standing().stream()
            .filter(g -> g.id() > asked.afterId())
            .limit(asked.most())
            .toList();
    return asked.page(behind, g -> Place.of(g.id()), GuaranteeJson::of);
  }
}
