package amends.remedies.pay;

import amends.messages.HttpAnswers;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.net.Signature;
import amends.shared.net.Wire;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * Any system that a few lines of a program can be put before: everything is one POST of one JSON
 * object whose {@code op} says what is wanted, signed as Standard Webhooks says, over the bytes of
 * the body and the moment. What it has to answer stands in {@code docs/payments.md}.
 */
@Component
final class SignedHttp implements PayProvider {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final int SHORTEST_SECRET = 16;

  private final Replies replies;
  private final InstantSource clock;

  SignedHttp(PayLine line, InstantSource clock) {
    this.replies = line.replies();
    this.clock = clock;
  }

  @Override
  public String kind() {
    return "http";
  }

  @Override
  public String usualUrl() {
    return "";
  }

  @Override
  public boolean takes(String what) {
    // What is sent is looked at once more as it leaves; nobody outside can do that.
    return !what.equals("shipment");
  }

  @Override
  public void check(PayDraft draft) {
    if (!draft.secret().isEmpty() && draft.secret().length() < SHORTEST_SECRET) {
      throw new Refusal("secret", "remedies.pay.refusal.short-secret", SHORTEST_SECRET);
    }
  }

  @Override
  public String test(Link link) {
    try {
      Wire.Answer answer = replies.wire().call(request(link, "test", Map.of("op", "test")));
      return answer.isGood() ? "" : "it answered " + answer.status();
    } catch (IOException e) {
      return HttpAnswers.words(e);
    }
  }

  @Override
  public Said carry(Link link, Job job) {
    Map<String, Object> body = named("do", job);
    body.put("what", job.what());
    body.put("grant", job.grantId());
    body.put("customer", job.customerId());
    body.put("reference", job.reference());
    Money money = job.money();
    if (money != null) {
      body.put("amount", money.minor());
      body.put("currency", money.currency());
    }
    return replies.call(request(link, job.key(), body), answer -> read(answer, job, false));
  }

  @Override
  public Said ask(Link link, Job job) {
    String id = "ask." + job.key() + "." + clock.instant().toEpochMilli();
    Said said =
        replies.call(request(link, id, named("ask", job)), answer -> read(answer, job, true));
    return said instanceof Said.Unsure unsure ? new Said.NotNow(unsure.words()) : said;
  }

  private static Map<String, Object> named(String op, Job job) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("op", op);
    body.put("key", job.key());
    return body;
  }

  private Wire.Request request(Link link, String id, Map<String, Object> body) {
    byte[] bytes = replies.json().writeValueAsBytes(body);
    long seconds = clock.instant().getEpochSecond();
    return Wire.Request.json(
        URI.create(link.url()),
        Map.of(
            "webhook-id", id,
            "webhook-timestamp", String.valueOf(seconds),
            "webhook-signature", Signature.header(List.of(key(link)), id, seconds, bytes)),
        bytes);
  }

  private static byte[] key(Link link) {
    return link.secret().getBytes(StandardCharsets.UTF_8);
  }

  /** Only what they say in so many words is certain. */
  private Said read(Wire.Answer answer, Job job, boolean asked) {
    JsonNode said = replies.tree(answer.body());
    String id = Replies.id(said.path("id"));
    return switch (said.path("state").asString("")) {
      case "done" -> done(said, id, job);
      case "pending" -> new Said.Pending(id, "it is on its way");
      case "failed" -> new Said.Refused(Replies.code(said.path("reason").asString("")));
      case "none" -> asked ? new Said.Nothing() : new Said.Unsure("it says that it did nothing");
      default ->
          answer.status() == 404 || answer.status() == 405
              ? new Said.NotNow("nothing answers there (" + answer.status() + ")")
              : new Said.Unsure("the answer cannot be read (" + answer.status() + ")");
    };
  }

  private Said done(JsonNode said, String id, Job job) {
    Money money = job.money();
    boolean same =
        money == null
            || said.path("amount").asLong(-1) == money.minor()
                && said.path("currency").asString("").equals(money.currency());
    if (id.isEmpty()) {
      return new Said.Unsure("it names no number of what it did");
    }
    return same
        ? new Said.Done(id, moment(said.path("at").asString(""), clock.instant()))
        : new Said.Differs(id, "the amount or the currency is another one");
  }

  private static Instant moment(String iso, Instant otherwise) {
    try {
      return Replies.moment(Instant.parse(iso), otherwise);
    } catch (DateTimeParseException e) {
      return otherwise;
    }
  }

  @Override
  public Ledger ledger(Link link, Instant since, String cursor) throws NotTold {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("op", "list");
    body.put("since", since.toString());
    body.put("after", cursor);
    Wire.Answer answer;
    try {
      answer = replies.wire().call(request(link, "list." + clock.instant().toEpochMilli(), body));
    } catch (IOException e) {
      throw new NotTold(HttpAnswers.words(e));
    }
    JsonNode list = replies.tree(answer.body());
    if (!answer.isGood() || !list.path("items").isArray()) {
      throw new NotTold("its list cannot be read (" + answer.status() + ")");
    }
    List<Ledger.Line> lines = new ArrayList<>();
    for (JsonNode item : list.path("items")) {
      line(item).ifPresent(lines::add);
    }
    return new Ledger(lines, list.path("next").asString(""));
  }

  /** What has no amount is no payment, and stands in no ledger. */
  private Optional<Ledger.Line> line(JsonNode item) {
    String id = Replies.id(item.path("id"));
    String key = Replies.id(item.path("key"));
    try {
      Money money = new Money(item.path("amount").asLong(0), item.path("currency").asString(""));
      return id.isEmpty()
          ? Optional.empty()
          : Optional.of(
              new Ledger.Line(
                  id,
                  key.isEmpty() ? null : key,
                  money,
                  state(item.path("state").asString("")),
                  Replies.id(item.path("reference")),
                  moment(item.path("at").asString(""), clock.instant())));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String state(String said) {
    return said.equals("done") || said.equals("failed") ? said : "pending";
  }

  @Override
  public Optional<News> heard(Link link, Knock knock) {
    String id = knock.header().apply("webhook-id");
    String seconds = knock.header().apply("webhook-timestamp");
    if (id.isEmpty() || id.length() > 200 || !seconds.matches("\\d{1,12}")) {
      return Optional.empty();
    }
    Instant at = Instant.ofEpochSecond(Long.parseLong(seconds));
    boolean theirs =
        Duration.between(at, knock.at()).abs().compareTo(WINDOW) <= 0
            && Signature.isBy(
                key(link),
                id,
                at.getEpochSecond(),
                knock.body(),
                knock.header().apply("webhook-signature"));
    return theirs ? told(id, knock.body()) : Optional.empty();
  }

  private Optional<News> told(String event, byte[] body) {
    try {
      JsonNode said = replies.json().readTree(body);
      return Optional.of(
          new News(
              event,
              known(Replies.id(said.path("key"))),
              known(Replies.id(said.path("id"))),
              null,
              said.path("state").asString("").equals("failed")));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String known(String words) {
    return words.isEmpty() ? null : words;
  }
}
