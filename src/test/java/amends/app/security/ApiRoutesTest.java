package amends.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import amends.cases.Cases;
import amends.customers.Customers;
import amends.messages.Messages;
import amends.messages.email.door.Doorstep;
import amends.shared.Actor;
import amends.shared.Duty;
import amends.staff.Absences;
import amends.staff.ApiScope;
import amends.staff.ApiTokens;
import amends.staff.Brand;
import amends.staff.NewApiToken;
import amends.staff.NewBrand;
import amends.staff.Staff;
import amends.staff.Viewer;
import amends.testing.Api;
import amends.testing.As;
import amends.testing.DatabaseTest;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Which token gets which answer from which route of the API. The columns of {@code routes-api.txt}
 * are: no token, a token without the scope, one with it, one with it that is limited to another
 * brand. Whoever is signed in at the desk, or has a link to a customer's page, gets what no token
 * gets. {@code ok} is anything that reached the room, also "this is not filled in".
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiRoutesTest {
  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired ApiTokens tokens;
  @Autowired Absences absences;
  @Autowired Doorstep door;
  @Autowired Messages messages;
  @Autowired List<Duty> duties;
  @Autowired Cases cases;
  @Autowired Customers customers;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  private RouteWorld world;
  private CaseMaker maker;
  private String everything = "";
  private String elsewhere = "";

  private record Route(String method, String path, List<String> answers) {
    static Route of(String line) {
      String[] cells = line.split("\\s+");
      return new Route(cells[0], cells[1], Arrays.asList(cells).subList(2, cells.length));
    }

    String name() {
      return method + " " + path;
    }
  }

  @BeforeAll
  void aHouseWithOneOfEach() {
    maker = new CaseMaker(cases, customers);
    world =
        new RouteWorld(
            new RouteWorld.Makers(staff, door, messages, duties, maker, tokens, absences));
    Brand other =
        staff.addBrand(
            new NewBrand("Other", "help@other.example", Locale.ENGLISH, ZoneId.of("UTC")),
            Actor.SYSTEM);
    everything = token(ApiScope.codes(), null);
    elsewhere = token(ApiScope.codes(), other.id());
  }

  private String token(List<String> scopes, @Nullable Long brand) {
    return tokens.make(new NewApiToken("Shop", scopes, brand, null, null), null).words();
  }

  private static List<Route> routes() throws IOException {
    return new ClassPathResource("amends/app/security/routes-api.txt")
        .getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .map(Route::of)
        .toList();
  }

  @Test
  void everyRouteIsListedAndEveryListedRouteIsThere() throws IOException {
    Set<String> there = new TreeSet<>();
    mapping
        .getHandlerMethods()
        .keySet()
        .forEach(info ->
            info.getPatternValues()
                .forEach(path ->
                    info.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> there.add(method + " " + path))));
    there.removeIf(name -> !name.contains(" /api/"));
    assertThat(routes()).extracting(Route::name).containsExactlyInAnyOrderElementsOf(there);
  }

  @TestFactory
  Stream<DynamicTest> everyRouteAnswersAsTheTableSays() throws IOException {
    return routes().stream()
        .map(route -> DynamicTest.dynamicTest(route.name(), () -> answersAsListed(route)));
  }

  private void answersAsListed(Route route) throws Exception {
    String path = filled(route.path());
    assertThat(told(route, path, "")).as("without a token").isEqualTo(route.answers().get(0));
    for (String scope : ApiScope.codes()) {
      List<String> without = ApiScope.codes().stream().filter(s -> !s.equals(scope)).toList();
      String answer = told(route, path, token(without, null));
      if (answer.equals("403")) {
        // The one scope that it needs is the one that it lacks.
        assertThat(told(route, path, token(List.of(scope), null)))
            .as("with %s alone", scope)
            .isEqualTo(route.answers().get(2));
        assertThat(answer).as("without %s", scope).isEqualTo(route.answers().get(1));
        break;
      }
      assertThat(answer).as("with all but " + scope).isEqualTo(route.answers().get(2));
    }
    assertThat(told(route, path, everything)).as("with all").isEqualTo(route.answers().get(2));
    for (long viewer : world.viewers()) {
      assertThat(told(route, path, "", viewer))
          .as("a colleague's session")
          .isEqualTo(route.answers().get(0));
    }
    for (String link : List.of("AAAAAAAAAAAAAAAAAAAAAA", "BBBBBBBBBBBBBBBBBBBBBB")) {
      assertThat(told(route, path, link)).as("a customer").isEqualTo(route.answers().get(0));
    }
    assertThat(told(route, path, elsewhere))
        .as("of another brand")
        .isEqualTo(route.answers().get(3));
  }

  private String filled(String path) {
    String id = "1";
    if (path.matches("/api/v1/(cases|promises)/.*")) {
      Viewer admin = staff.viewer(world.viewers().getLast()).orElseThrow();
      long matter = maker.caseOf(world.team, admin);
      long promise = maker.promiseOf(matter, admin);
      id = String.valueOf(path.startsWith("/api/v1/cases") ? matter : promise);
    }
    return path.replace("{id}", id)
        .replace("{contact}", "999999")
        .replace("{need}", "999999")
        .replace("{cadence}", "999999")
        .replace("{condition}", "999999")
        .replace("{kind}", "final-response");
  }

  /** Whole enough to reach the room: what is not filled in is refused before anybody asks whose. */
  private String body(String act) {
    String next = "{\"words\": \"We call.\", \"due_at\": \"2030-01-01T00:00:00Z\"}";
    return switch (act) {
      case "replies", "notes" -> "{\"text\": \"Hello\"}";
      case "owner" -> "{\"owner\": \"team:%d\"}".formatted(world.team.id());
      case "settlement" -> "{\"outcome\": \"partly\", \"done\": \"Half.\"}";
      case "calls" -> "{\"direction\": \"in\", \"words\": \"Hello\", \"nothing_more\": true}";
      case "statements" -> "{\"side\": \"customer\", \"who\": \"Ruth\", \"words\": \"It broke.\"}";
      case "follow-ups" -> "{\"result\": \"no_answer\"}";
      case "reopening" -> "{\"why\": \"Broken again\", \"next\": " + next + "}";
      case "move" -> "{\"due_at\": \"2030-01-01T00:00:00Z\", \"why\": \"Snow\"}";
      case "agreement" -> "{\"due_at\": \"2030-01-01T00:00:00Z\", \"said_in\": \"call:1\"}";
      case "fields" -> "{\"fields\": [{\"key\": \"batch\", \"value\": \"L-1\"}]}";
      case "release" -> "{\"said_in\": \"call:1\"}";
      case "offers" ->
          "{\"choices\": [{\"remedy_id\": 1, \"reason\": \"It broke.\"}], \"reason\": \"It broke.\", \"valid_until\": \"2030-01-01T00:00:00Z\"}";
      case "rulings", "remedies", "requests" -> "{\"remedy_id\": 1, \"reason\": \"It broke.\"}";
      case "lifting" -> "{\"words\": \"Tested again.\"}";
      case "cadences" -> "{\"rule_id\": 1}";
      case "feasibility" ->
          "{\"team_id\": 1, \"customers\": 1, \"every_minutes\": 60, \"contact_minutes\": 5, \"text_minutes\": 5, \"lasts_hours\": 8}";
      case "end" -> "{\"reason\": \"She asked us to.\"}";
      case "list" -> "{\"people\": [{\"who\": \"1\"}]}";
      case "start" -> "{\"reachable\": 1}";
      default -> "{}";
    };
  }

  /** Wrong tokens are counted by address: each route is tried from one of its own. */
  private static MockHttpServletRequest from(Route route, MockHttpServletRequest asked) {
    int place = Math.floorMod(route.name().hashCode(), 60_000);
    asked.setRemoteAddr("198.18." + place / 250 + "." + (place % 250 + 1));
    return asked;
  }

  private String told(Route route, String path, String words) {
    return told(route, path, words, RouteWorld.NOBODY);
  }

  private String told(Route route, String path, String words, long viewer) {
    MockHttpServletRequestBuilder sent =
        request(HttpMethod.valueOf(route.method()), URI.create(path));
    if (!route.method().equals("GET")) {
      sent.contentType("application/json")
          .content(body(path.substring(path.lastIndexOf('/') + 1)))
          .header("If-Match", "*")
          .header("Idempotency-Key", "k" + path.hashCode());
    }
    if (!words.isEmpty()) {
      sent.header("Authorization", "Bearer " + words);
    }
    if (viewer != RouteWorld.NOBODY) {
      sent.with(As.person(viewer));
    }
    sent.with(asked -> from(route, asked));
    int status = Api.send(mvc, sent).status();
    assertThat(status).as(route.name()).isLessThan(500).isNotEqualTo(429);
    return status == 401 || status == 403 || status == 404 ? String.valueOf(status) : "ok";
  }
}
