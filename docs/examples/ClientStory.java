import amends.client.ApiClient;
import amends.client.ApiException;
import amends.client.ApiResponse;
import amends.client.api.CasesApi;
import amends.client.api.CustomersApi;
import amends.client.api.GoodsApi;
import amends.client.api.MessagesApi;
import amends.client.api.WebHooksApi;
import amends.client.model.Amount;
import amends.client.model.CaseChange;
import amends.client.model.CaseFile;
import amends.client.model.Customer;
import amends.client.model.NewCase;
import amends.client.model.NewContact;
import amends.client.model.NewCustomer;
import amends.client.model.NewHook;
import amends.client.model.NewOrder;
import amends.client.model.NewOrderLine;
import amends.client.model.NewProduct;
import amends.client.model.Orders;
import amends.client.model.Products;
import amends.client.model.Promised;
import amends.client.model.Reply;
import amends.client.model.Upsert;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A shop's program, written with the client that a generator made of /api/v1/openapi.json: it listens to a web hook,
 * writes down a customer and an order, opens a case, answers it, and tries again after it "lost" a reply.
 *
 * <p>AMENDS_URL is where Amends answers, AMENDS_TOKEN a token with all scopes, TEAM the number of a team. The machine
 * that this runs on stands in AMENDS_HOOK_HOSTS, because it is called by plain http.
 */
public final class ClientStory {
  private record Call(String id, String moment, String signature, String body) {}

  private static final BlockingQueue<Call> CALLS = new LinkedBlockingQueue<>();

  public static void main(String[] args) throws Exception {
    ApiClient client = new ApiClient();
    client.updateBaseUri(System.getenv("AMENDS_URL"));
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + System.getenv("AMENDS_TOKEN")));
    HttpServer listening = listen();
    try {
      tell(client, listening.getAddress().getPort());
    } finally {
      listening.stop(0);
    }
  }

  private static void tell(ApiClient client, int port) throws Exception {
    String secret = hook(new WebHooksApi(client), port);
    Customer ruth =
        new CustomersApi(client)
            .createCustomer(
                "customer-C-20417",
                new NewCustomer()
                    .name("Ruth Adeyemi")
                    .externalId("C-20417")
                    .contacts(
                        List.of(
                            new NewContact()
                                .channel(NewContact.ChannelEnum.EMAIL)
                                .address("ruth@adeyemi.example"))));
    order(new GoodsApi(client));
    CasesApi cases = new CasesApi(client);
    NewCase wanted =
        new NewCase()
            .customerId(ruth.getId())
            .subject("The jug arrived broken")
            .channel(NewCase.ChannelEnum.PHONE)
            .statement("It was in two pieces.")
            .order("A-1001")
            .owner("team:" + System.getenv("TEAM"))
            .next(new Promised().words("We call you about the new jug.").dueAt(in(3)));
    CaseFile opened = cases.openCase("case-A-1001", wanted);
    long id = opened.getMatter().getId();
    ApiResponse<CaseFile> again = cases.openCaseWithHttpInfo("case-A-1001", wanted);
    expect("the same case", id, again.getData().getMatter().getId());
    expect("as a replay", List.of("true"), again.getHeaders().get("idempotency-replayed"));

    Reply reply =
        new Reply()
            .text("A new jug is on its way.")
            .next(new Promised().words("We ask whether it came in one piece.").dueAt(in(48)));
    CaseFile answered = cases.reply(id, "reply-A-1001", reply);
    cases.reply(id, "reply-A-1001", reply);
    expect("one message", 1, new MessagesApi(client).listMessages(id, null, null, null, null).getItems().size());
    expect("what happens next", reply.getNext().getWords(), answered.getMatter().getNext().getWords());

    CaseFile tagged =
        cases.changeCase(id, "*", new CaseChange().mood(CaseChange.MoodEnum.LETDOWN).tags(List.of("glaze")));
    expect("tags", List.of("glaze"), tagged.getMatter().getTags());
    refused(cases, wanted);
    heard(secret, id);
    System.out.println("case " + id);
  }

  private static String hook(WebHooksApi hooks, int port) throws ApiException {
    long hook =
        hooks
            .createHook(
                "hook-1",
                new NewHook().name("Shop").url("http://127.0.0.1:" + port + "/hear").kinds(List.of("case.*")))
            .getId();
    return hooks.createHookSecret(hook, "secret-1").getSecret();
  }

  private static void order(GoodsApi goods) throws ApiException {
    goods.upsertProducts(
        "products-1", new Products().items(List.of(new NewProduct().externalId("JUG-1").name("Jug"))));
    Amount price = new Amount().minor(1299L).currency("EUR");
    Upsert orders =
        goods.upsertOrders(
            "orders-1",
            new Orders()
                .items(
                    List.of(
                        new NewOrder()
                            .externalId("A-1001")
                            .customerExternalId("C-20417")
                            .placedAt(OffsetDateTime.parse("2026-05-02T10:15:00Z"))
                            .total(price)
                            .lines(List.of(new NewOrderLine().product("JUG-1").quantity(1).price(price))))));
    expect("one order", 1, orders.getCreated());
  }

  /** Another request under a used key, and what a problem looks like. */
  private static void refused(CasesApi cases, NewCase wanted) {
    try {
      cases.openCase("case-A-1001", wanted.subject("Something else"));
      throw new AssertionError("a key opened two cases");
    } catch (ApiException e) {
      expect("status", 422, e.getCode());
      if (!e.getResponseBody().contains("\"detail\"")) {
        throw new AssertionError(e.getResponseBody());
      }
    }
  }

  private static void heard(String secret, long id) throws Exception {
    for (Call call = CALLS.poll(30, TimeUnit.SECONDS); call != null; call = CALLS.poll(30, TimeUnit.SECONDS)) {
      expect("signature", sign(secret, call), call.signature());
      if (call.body().contains("\"case.opened\"") && call.body().contains("\"case_id\":" + id)) {
        System.out.println("heard " + call.body());
        return;
      }
    }
    throw new AssertionError("the web hook was not called for case " + id);
  }

  /** As Standard Webhooks says: over id, moment and body, with the bytes behind whsec_. */
  private static String sign(String secret, Call call) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replaceFirst("^whsec_", "")), "HmacSHA256"));
    String signed = call.id() + "." + call.moment() + "." + call.body();
    return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
  }

  private static HttpServer listen() throws Exception {
    HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
    server.createContext("/hear", ClientStory::hear);
    server.start();
    return server;
  }

  private static void hear(HttpExchange exchange) throws java.io.IOException {
    CALLS.add(
        new Call(
            exchange.getRequestHeaders().getFirst("webhook-id"),
            exchange.getRequestHeaders().getFirst("webhook-timestamp"),
            exchange.getRequestHeaders().getFirst("webhook-signature"),
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
    exchange.sendResponseHeaders(204, -1);
    exchange.close();
  }

  private static OffsetDateTime in(int hours) {
    return OffsetDateTime.now(ZoneOffset.UTC).plusHours(hours);
  }

  private static void expect(String what, Object wanted, Object got) {
    if (!wanted.equals(got)) {
      throw new AssertionError(what + ": " + wanted + " was wanted, and there was " + got);
    }
    System.out.println("ok " + what);
  }
}
