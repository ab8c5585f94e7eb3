package amends.remedies.pay;

import amends.testing.FakeHttp;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * A provider with the shape of Stripe's refunds, and its faults: it keeps a ledger, answers the
 * same to the same key, forgets keys when it is told to, and may do what it was asked and then hang
 * up.
 */
public final class FakeRefunds extends FakeHttp {
  public static final String SECRET = "sk_test_of_the_tests";
  public static final String HOOK_SECRET = "whsec_of_the_tests";

  /** A payment that can be paid back. */
  public record Payment(String id, long amount, String currency) {}

  /** What stands in its ledger. */
  public record Refund(
      String id,
      String payment,
      long amount,
      String currency,
      String status,
      String metaKey,
      long created) {
    Refund as(String other) {
      return new Refund(id, payment, amount, currency, other, metaKey, created);
    }
  }

  private record Remembered(String body, Said said) {}

  private final InstantSource clock;
  private final Map<String, Payment> payments = new ConcurrentHashMap<>();
  private final Map<String, Remembered> keys = new HashMap<>();
  public final List<Refund> ledger = new CopyOnWriteArrayList<>();
  private int next;

  /** How it is with those who pay; looking and listing go by {@link #mood}. */
  public volatile Mood paying = Mood.WELL;

  /** Overrides {@link #paying} for a call, when it says something. */
  public volatile Function<Call, @Nullable Mood> whim = call -> null;

  /** Looks on at the very moment of a payment. */
  public volatile Consumer<Call> watcher = call -> {};

  /** The status of a refund that is new. */
  public volatile String fresh = "succeeded";

  public FakeRefunds(InstantSource clock) {
    this.clock = clock;
  }

  public String payment(long amount, String currency) {
    String id = "pi_" + (1000 + payments.size());
    payments.put(id, new Payment(id, amount, currency));
    return id;
  }

  /** A day is over: keys are forgotten, the ledger is not. */
  public synchronized void forgetKeys() {
    keys.clear();
  }

  /** What somebody did at the provider's own pages. */
  public synchronized Refund byHand(String payment, long amount) {
    Payment paid = Objects.requireNonNull(payments.get(payment));
    return book(paid, amount, "");
  }

  public synchronized void becomes(String refund, String status) {
    ledger.replaceAll(r -> r.id().equals(refund) ? r.as(status) : r);
  }

  public long posts() {
    return calls.stream().filter(call -> call.method().equals("POST")).count();
  }

  @Override
  protected Mood moodFor(Call call) {
    if (!call.method().equals("POST")) {
      return mood;
    }
    Mood whimsical = whim.apply(call);
    return whimsical == null ? paying : whimsical;
  }

  @Override
  protected Said does(Call call) {
    if (!call.header("authorization").equals("Bearer " + SECRET)) {
      return error(401, "invalid_request_error", "");
    }
    String path = call.path().replaceAll("\\?.*", "");
    if (call.method().equals("POST") && path.equals("/v1/refunds")) {
      watcher.accept(call);
      return refund(call);
    }
    if (path.startsWith("/v1/payment_intents/") || path.startsWith("/v1/charges/")) {
      Payment paid = payments.get(path.replaceAll(".*/", ""));
      return paid == null
          ? error(404, "invalid_request_error", "resource_missing")
          : Said.json(
              200,
              "{\"id\":\"%s\",\"currency\":\"%s\",\"amount\":%d}"
                  .formatted(paid.id(), paid.currency(), paid.amount()));
    }
    if (path.equals("/v1/refunds")) {
      return list(query(call.path()));
    }
    String id = path.replaceAll(".*/", "");
    return ledger.stream()
        .filter(r -> r.id().equals(id))
        .findFirst()
        .map(r -> Said.json(200, json(r)))
        .orElse(error(404, "invalid_request_error", "resource_missing"));
  }

  private synchronized Said refund(Call call) {
    String key = call.header("idempotency-key");
    Remembered before = keys.get(key);
    if (before != null) {
      return before.body().equals(call.body())
          ? before.said()
          : error(400, "idempotency_error", "");
    }
    Said said = fresh(form(call.body()));
    if (!key.isEmpty()) {
      keys.put(key, new Remembered(call.body(), said));
    }
    return said;
  }

  private Said fresh(Map<String, String> form) {
    Payment paid =
        payments.get(form.getOrDefault("payment_intent", form.getOrDefault("charge", "")));
    if (paid == null) {
      return error(404, "invalid_request_error", "resource_missing");
    }
    long amount = Long.parseLong(form.getOrDefault("amount", "" + paid.amount()));
    long left = paid.amount() - refunded(paid.id());
    if (left == 0) {
      return error(400, "invalid_request_error", "charge_already_refunded");
    }
    if (amount > left) {
      return error(400, "invalid_request_error", "amount_too_large");
    }
    return Said.json(200, json(book(paid, amount, form.getOrDefault("metadata[amends_key]", ""))));
  }

  private long refunded(String payment) {
    return ledger.stream()
        .filter(r -> r.payment().equals(payment) && !r.status().equals("failed"))
        .mapToLong(Refund::amount)
        .sum();
  }

  private Refund book(Payment paid, long amount, String metaKey) {
    Refund refund =
        new Refund(
            "re_" + ++next,
            paid.id(),
            amount,
            paid.currency(),
            fresh,
            metaKey,
            clock.instant().getEpochSecond());
    ledger.add(refund);
    return refund;
  }

  /** The newest first, a few on a page. */
  private Said list(Map<String, String> query) {
    String payment = query.getOrDefault("payment_intent", query.getOrDefault("charge", ""));
    long since = Long.parseLong(query.getOrDefault("created[gte]", "0"));
    List<Refund> all =
        ledger.reversed().stream()
            .filter(r -> payment.isEmpty() || r.payment().equals(payment))
            .filter(r -> r.created() >= since)
            .toList();
    String after = query.getOrDefault("starting_after", "");
    List<Refund> behind =
        after.isEmpty() ? all : all.stream().dropWhile(r -> !r.id().equals(after)).skip(1).toList();
    List<Refund> page = behind.stream().limit(25).toList();
    return Said.json(
        200,
        "{\"object\":\"list\",\"has_more\":%s,\"data\":[%s]}"
            .formatted(
                behind.size() > page.size(),
                page.stream().map(FakeRefunds::json).collect(Collectors.joining(","))));
  }

  static String json(Refund r) {
    return """
    {"id":"%s","object":"refund","amount":%d,"currency":"%s","status":"%s","created":%d,
    "payment_intent":"%s","charge":null,"failure_reason":%s,"metadata":{%s}}\
    """
        .formatted(
            r.id(),
            r.amount(),
            r.currency(),
            r.status(),
            r.created(),
            r.payment(),
            r.status().equals("failed") ? "\"lost_or_stolen_card\"" : "null",
            r.metaKey().isEmpty() ? "" : "\"amends_key\":\"" + r.metaKey() + "\"");
  }

  private static Said error(int status, String type, String code) {
    return Said.json(
        status,
        "{\"error\":{\"type\":\"%s\",\"code\":\"%s\",\"message\":\"No.\"}}".formatted(type, code));
  }

  static Map<String, String> form(String words) {
    Map<String, String> fields = new LinkedHashMap<>();
    for (String pair : words.split("&", -1)) {
      int at = pair.indexOf('=');
      if (at > 0) {
        fields.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
      }
    }
    return fields;
  }

  private static Map<String, String> query(String path) {
    int at = path.indexOf('?');
    return at < 0 ? Map.of() : form(path.substring(at + 1));
  }

  private static String decoded(String words) {
    return URLDecoder.decode(words, StandardCharsets.UTF_8);
  }

  /** As it signs its calls, written from its documents. */
  public static String signature(String secret, long seconds, String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      byte[] signed = (seconds + "." + body).getBytes(StandardCharsets.UTF_8);
      return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(mac.doFinal(signed)) + ",v0=00";
    } catch (java.security.GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public static String event(String id, String type, Refund refund) {
    return "{\"id\":\"%s\",\"type\":\"%s\",\"data\":{\"object\":%s}}"
        .formatted(id, type, json(refund));
  }
}
