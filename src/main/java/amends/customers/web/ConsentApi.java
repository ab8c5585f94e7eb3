package amends.customers.web;

import amends.customers.Channel;
import amends.customers.Choices;
import amends.customers.Customers;
import amends.customers.Purpose;
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
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** What customers agreed to and what they refused. */
@ApiRoutes(title = CustomerApi.TITLE, about = CustomerApi.ABOUT)
final class ConsentApi {
  /** How they said it, as far as we know: to another program. */
  private static final String HOW = "told";

  private final Customers customers;
  private final Choices choices;
  private final Posts posts;

  ConsentApi(Customers customers, Choices choices, Posts posts) {
    this.customers = customers;
    this.choices = choices;
    this.posts = posts;
  }

  /** One word of theirs. */
  record ConsentJson(
      @Say("What the messages are for.") Purpose purpose,
      @Say("Over which channel; null for every channel.") @Nullable Channel channel,
      @Say("Whether they said yes.") boolean allowed,
      @Say(value = "How they said it.", example = "page") String how,
      @Say(value = "When.", example = "2026-05-12T09:30:00Z") Instant saidAt) {
    static ConsentJson of(Choices.Choice choice) {
      return new ConsentJson(
          choice.purpose(), choice.channel(), choice.allowed(), choice.how(), choice.at());
    }
  }

  /** What they said now. */
  record NewConsentJson(
      @Say("What the messages are for: service or marketing. Safety is never asked.")
          Purpose purpose,
      @Say("Over which channel; null for every channel.") @Nullable Channel channel,
      @Say("Whether they said yes.") boolean allowed) {}

  @Operation(
      name = "list_consents",
      does = "List what a customer agreed to and refused",
      more = "The newest first: for each purpose and channel the newest word counts.",
      scope = "customers:read")
  @GetMapping("/api/v1/customers/{id}/consents")
  Items<ConsentJson> list(@PathVariable long id, Viewer by) {
    customers.customer(id);
    return new Items<>(choices.of(id).stream().map(ConsentJson::of).toList(), null);
  }

  @Operation(
      name = "say_consent",
      does = "Say that a customer agrees to messages or refuses them",
      more =
          "Earlier words stay, the newest counts. Messages of safety reach people whatever they"
              + " refused.",
      scope = "customers:write",
      status = 201)
  @PostMapping("/api/v1/customers/{id}/consents")
  Reply<ConsentJson> say(
      @PathVariable long id, ApiCall call, Sent<NewConsentJson> sent, Viewer by) {
    return posts.once(
        call,
        () -> {
          customers.customer(id);
          NewConsentJson said = sent.body();
          if (said.purpose() == Purpose.SAFETY) {
            throw new Refusal("purpose", "customers.wish.safety");
          }
          choices.say(id, said.purpose(), said.channel(), said.allowed(), HOW, by.actor());
          return Reply.Done.made(
              "/api/v1/customers/" + id + "/consents", ConsentJson.of(choices.of(id).getFirst()));
        });
  }
}
