package amends.remedies.pay;

import amends.messages.HttpAnswers;
import amends.shared.Money;
import amends.shared.Refusal;
import amends.shared.net.Wire;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * A provider whose refunds have the shape of Stripe's: a form is posted with an {@code
 * Idempotency-Key}, errors have a type and a code, and a refund bears our key in its metadata, by
 * which it is found again after their keys are gone.
 */
@Component
final class RefundApi implements PayProvider {
  static final String KEY = "amends_key";
  private static final String PATH = "/v1/refunds";
  private static final int MOST_PAGES = 3;

  /** Of the year 9999. */
  private static final long LAST_SECOND = 253_402_300_799L;

  /** They count these in another unit than ISO 4217 does; people pay them back. */
  private static final Set<String> COUNTED_OTHERWISE = Set.of("ISK", "UGX");

  private final Replies replies;
  private final RefundNews news;

  RefundApi(PayLine line, RefundNews news) {
    this.replies = line.replies();
    this.news = news;
  }

  @Override
  public String kind() {
    return "stripe";
  }

  @Override
  public String usualUrl() {
    return "https://api.stripe.com";
  }

  @Override
  public boolean takes(String what) {
    return what.equals("money");
  }

  @Override
  public boolean knows(String reference) {
    return isPayment(reference);
  }

  @Override
  public void check(PayDraft draft) {
    if (!draft.account().isEmpty() && !draft.account().matches("acct_[A-Za-z0-9]{1,60}")) {
      throw new Refusal("account", "remedies.pay.refusal.account");
    }
  }

  @Override
  public String test(Link link) {
    try {
      Wire.Answer answer = replies.wire().call(get(link, PATH + "?limit=1"));
      return answer.isGood() ? "" : "it answered " + answer.status();
    } catch (IOException e) {
      return HttpAnswers.words(e);
    }
  }

  @Override
  public Said carry(Link link, Job job) {
    Money money = job.money();
    if (money == null || !isPayment(job.reference())) {
      return new Said.Refused("no_payment_named");
    }
    if (COUNTED_OTHERWISE.contains(money.currency())) {
      return new Said.Refused("currency_not_taken");
    }
    Said paidIn = sameCurrency(link, job, money);
    return paidIn instanceof Said.Nothing ? refund(link, job, money) : paidIn;
  }

  private static boolean isPayment(String reference) {
    return reference.matches("(pi|ch|py)_[A-Za-z0-9]{1,80}");
  }

  /**
   * A refund names no currency: it is the payment's, whatever was granted. So the payment is looked
   * at first.
   */
  private Said sameCurrency(Link link, Job job, Money money) {
    String path = isIntent(job) ? "/v1/payment_intents/" : "/v1/charges/";
    Said said =
        replies.call(
            get(link, path + job.reference()),
            answer -> {
              JsonNode payment = replies.tree(answer.body());
              if (answer.status() == 404) {
                return new Said.Refused("payment_not_known");
              }
              if (!answer.isGood() || payment.path("currency").asString("").isEmpty()) {
                return new Said.NotNow("the payment cannot be looked at");
              }
              return code(payment).equals(money.currency())
                  ? new Said.Nothing()
                  : new Said.Refused("other_currency");
            });
    // Looking pays nothing, so what came of it is certain.
    return said instanceof Said.Unsure unsure ? new Said.NotNow(unsure.words()) : said;
  }

  private Said refund(Link link, Job job, Money money) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put(isIntent(job) ? "payment_intent" : "charge", job.reference());
    form.put("amount", String.valueOf(money.minor()));
    form.put("metadata[" + KEY + "]", job.key());
    form.put("metadata[amends_grant]", String.valueOf(job.grantId()));
    Map<String, String> headers = headers(link);
    headers.put("Idempotency-Key", job.key());
    Wire.Request request =
        new Wire.Request(
            "POST",
            URI.create(link.url() + PATH),
            headers,
            "application/x-www-form-urlencoded",
            form(form).getBytes(StandardCharsets.UTF_8));
    return replies.call(request, answer -> answer.isGood() ? one(answer, job) : error(answer));
  }

  private static boolean isIntent(Job job) {
    return job.reference().startsWith("pi_");
  }

  private Said one(Wire.Answer answer, Job job) {
    return refund(replies.tree(answer.body()), job);
  }

  private Said error(Wire.Answer answer) {
    JsonNode error = replies.tree(answer.body()).path("error");
    String type = error.path("type").asString("");
    String code = error.path("code").asString("");
    // Another try of this key runs, or the key had another body, or it is paid back already, maybe
    // by us: none of these says that ours was not done.
    boolean open =
        answer.status() == 409
            || answer.status() == 424
            || type.equals("idempotency_error")
            || code.equals("charge_already_refunded");
    boolean plain =
        type.equals("invalid_request_error")
            || type.equals("card_error")
            || type.equals("api_error") && answer.status() < 500;
    return plain && !open
        ? new Said.Refused(Replies.code(code.isEmpty() ? type : code))
        : new Said.Unsure(HttpAnswers.line(answer.status() + " " + type + " " + code));
  }

  private static Said refund(JsonNode refund, Job job) {
    String id = Replies.id(refund.path("id"));
    Money money = job.money();
    if (id.isEmpty() || money == null) {
      return new Said.Unsure("the answer cannot be read");
    }
    if (refund.path("amount").asLong(-1) != money.minor()
        || !code(refund).equals(money.currency())) {
      return new Said.Differs(id, "the amount or the currency is another one");
    }
    return switch (refund.path("status").asString("")) {
      case "succeeded" -> new Said.Done(id, created(refund));
      case "pending" -> new Said.Pending(id, "it is on its way");
      case "requires_action" -> new Said.Pending(id, "the customer has to act");
      case "failed", "canceled" ->
          new Said.Refused(Replies.code(refund.path("failure_reason").asString("came_back")));
      default -> new Said.Unsure("its state is not known to us");
    };
  }

  private static String code(JsonNode object) {
    return object.path("currency").asString("").toUpperCase(Locale.ROOT);
  }

  @Override
  public Said ask(Link link, Job job) {
    String id = job.theirId();
    if (id != null && id.matches("[A-Za-z0-9_]{1,80}")) {
      return certain(
          replies.call(
              get(link, PATH + "/" + id),
              answer ->
                  answer.isGood()
                      ? one(answer, job)
                      : new Said.Unsure("it does not show what it did (" + answer.status() + ")")));
    }
    if (!isPayment(job.reference())) {
      return new Said.Nothing();
    }
    String cursor = "";
    for (int page = 0; page < MOST_PAGES; page++) {
      Ledger ledger;
      try {
        ledger =
            listed(link, (isIntent(job) ? "payment_intent=" : "charge=") + job.reference(), cursor);
      } catch (NotTold e) {
        return new Said.NotNow(String.valueOf(e.getMessage()));
      }
      for (Ledger.Line line : ledger.lines()) {
        if (job.key().equals(line.key())) {
          return ask(link, with(job, line.theirId()));
        }
      }
      cursor = ledger.next();
      if (cursor.isEmpty()) {
        return new Said.Nothing();
      }
    }
    return new Said.Unsure("there are too many refunds of this payment to look through");
  }

  /** That asking failed says nothing new. */
  private static Said certain(Said said) {
    return said instanceof Said.Unsure unsure ? new Said.NotNow(unsure.words()) : said;
  }

  private static Job with(Job job, String theirId) {
    return new Job(
        job.key(),
        job.what(),
        job.grantId(),
        job.customerId(),
        job.money(),
        job.reference(),
        theirId);
  }

  @Override
  public Ledger ledger(Link link, Instant since, String cursor) throws NotTold {
    return listed(link, encoded("created[gte]") + "=" + since.getEpochSecond(), cursor);
  }

  private Ledger listed(Link link, String query, String cursor) throws NotTold {
    String behind = cursor.isEmpty() ? "" : "&starting_after=" + encoded(cursor);
    Wire.Answer answer;
    try {
      answer = replies.wire().call(get(link, PATH + "?" + query + "&limit=100" + behind));
    } catch (IOException e) {
      throw new NotTold(HttpAnswers.words(e));
    }
    JsonNode list = replies.tree(answer.body());
    if (!answer.isGood() || !list.path("data").isArray()) {
      throw new NotTold("its list cannot be read (" + answer.status() + ")");
    }
    List<Ledger.Line> lines = new ArrayList<>();
    try {
      list.path("data").forEach(refund -> lines.add(line(refund)));
    } catch (IllegalArgumentException e) {
      throw new NotTold("its list cannot be read (a line names no currency)");
    }
    boolean more = list.path("has_more").asBoolean(false) && !lines.isEmpty();
    return new Ledger(lines, more ? lines.getLast().theirId() : "");
  }

  private static Ledger.Line line(JsonNode refund) {
    String key = Replies.id(refund.path("metadata").path(KEY));
    String intent = Replies.id(refund.path("payment_intent"));
    return new Ledger.Line(
        Replies.id(refund.path("id")),
        key.isEmpty() ? null : key,
        new Money(refund.path("amount").asLong(0), code(refund)),
        state(refund.path("status").asString("")),
        intent.isEmpty() ? Replies.id(refund.path("charge")) : intent,
        created(refund));
  }

  /** The first moment of all where they tell none that can be. */
  private static Instant created(JsonNode refund) {
    long seconds = refund.path("created").asLong(0);
    return seconds < 0 || seconds > LAST_SECOND ? Instant.EPOCH : Instant.ofEpochSecond(seconds);
  }

  static String state(String status) {
    return switch (status) {
      case "succeeded" -> "done";
      case "failed", "canceled" -> "failed";
      default -> "pending";
    };
  }

  @Override
  public Optional<News> heard(Link link, Knock knock) {
    return news.heard(link.hookSecret(), knock);
  }

  private static Wire.Request get(Link link, String path) {
    return Wire.Request.get(URI.create(link.url() + path), headers(link));
  }

  private static Map<String, String> headers(Link link) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Authorization", "Bearer " + link.secret());
    if (!link.account().isEmpty()) {
      headers.put("Stripe-Account", link.account());
    }
    return headers;
  }

  private static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> encoded(f.getKey()) + "=" + encoded(f.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String words) {
    return URLEncoder.encode(words, StandardCharsets.UTF_8);
  }
}
