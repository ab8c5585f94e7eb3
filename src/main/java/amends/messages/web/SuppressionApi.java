package amends.messages.web;

import amends.customers.Channel;
import amends.customers.ContactPoint;
import amends.customers.Customers;
import amends.messages.Medium;
import amends.messages.Suppressions;
import amends.messages.Suppressions.Suppression;
import amends.shared.Refusal;
import amends.shared.api.ApiCall;
import amends.shared.api.ApiRoutes;
import amends.shared.api.Items;
import amends.shared.api.Operation;
import amends.shared.api.Posts;
import amends.shared.api.Reply;
import amends.shared.api.Say;
import amends.shared.api.Sent;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

@ApiRoutes(
    title = "Suppressions",
    about =
        "Addresses where nothing but words of safety may be sent, because somebody there said stop or"
            + " complained to their provider.")
final class SuppressionApi {
  private final Customers customers;
  private final Suppressions suppressions;
  private final Posts posts;

  SuppressionApi(Customers customers, Suppressions suppressions, Posts posts) {
    this.customers = customers;
    this.suppressions = suppressions;
    this.posts = posts;
  }

  /** How an address stands. */
  record SuppressionJson(
      @Say(value = "Over which channel.", example = "email") Channel channel,
      @Say(value = "As it was given.", example = "ruth@adeyemi.example") String address,
      @Say("Whether nothing but words of safety goes there.") boolean suppressed,
      @Say(value = "Why: stop, complaint or colleague; null where it is free.", example = "stop")
          @Nullable String reason,
      @Say(value = "Since when; null where it is free.", example = "2026-05-12T09:30:00Z")
          @Nullable Instant since) {}

  /** An address that is stopped or freed. */
  record AddressJson(
      @Say(value = "Over which channel.", example = "email") Channel channel,
      @Say(value = "The address.", example = "ruth@adeyemi.example") String address) {}

  /** An address that is freed, and why. */
  record FreedJson(
      @Say(value = "Over which channel.", example = "email") Channel channel,
      @Say(value = "The address.", example = "ruth@adeyemi.example") String address,
      @Say(
              value =
                  "asked: they want to hear from us again; mistake: it was never meant;"
                      + " other_person: somebody else has the address now.",
              example = "asked")
          String why) {}

  @Operation(
      name = "list_suppressions",
      does = "List the stopped addresses of a customer",
      scope = "customers:read")
  @GetMapping("/api/v1/customers/{id}/suppressions")
  Items<SuppressionJson> list(@PathVariable long id, Viewer by) {
    customers.customer(id);
    return new Items<>(customers.contacts(id).stream().flatMap(this::standing).toList(), null);
  }

  private Stream<SuppressionJson> standing(ContactPoint point) {
    return suppressions
        .standing(Medium.of(point.channel()), point.address())
        .map(one -> shown(point.channel(), point.address(), Optional.of(one)))
        .stream();
  }

  @Operation(
      name = "suppress_address",
      does = "Stop an address",
      more =
          "They said stop to another program of yours. Answers with how the address stands; what was"
              + " stopped stays stopped.",
      scope = "customers:write")
  @PostMapping("/api/v1/suppressions")
  Reply<SuppressionJson> suppress(ApiCall call, Sent<AddressJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          AddressJson one = sent.body();
          suppressions.suppress(
              Medium.of(one.channel()), address(one.address()), "stop", by.actor());
          return Reply.Done.ok(now(one.channel(), one.address()));
        });
  }

  @Operation(
      name = "lift_suppression",
      does = "Free an address that was stopped",
      scope = "customers:write")
  @PostMapping("/api/v1/suppressions/lifting")
  Reply<SuppressionJson> lift(ApiCall call, Sent<FreedJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          FreedJson one = sent.body();
          suppressions.liftBecause(
              Medium.of(one.channel()), address(one.address()), one.why(), by.actor());
          return Reply.Done.ok(now(one.channel(), one.address()));
        });
  }

  private static String address(String given) {
    if (given.isBlank()) {
      throw new Refusal("address", "messages.suppression.address");
    }
    return given.strip();
  }

  private SuppressionJson now(Channel channel, String address) {
    return shown(channel, address, suppressions.standing(Medium.of(channel), address.strip()));
  }

  private static SuppressionJson shown(
      Channel channel, String address, Optional<Suppression> standing) {
    return new SuppressionJson(
        channel,
        address,
        standing.isPresent(),
        standing.map(Suppression::reason).orElse(null),
        standing.map(Suppression::at).orElse(null));
  }
}
