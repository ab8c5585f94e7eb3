package amends.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import amends.cases.Cases;
import amends.customers.Customers;
import amends.messages.Messages;
import amends.messages.PostOffice;
import amends.messages.email.MailReader;
import amends.messages.email.door.Doorstep;
import amends.shared.Duty;
import amends.staff.Absences;
import amends.staff.ApiScope;
import amends.staff.ApiTokens;
import amends.staff.NewApiToken;
import amends.staff.Staff;
import amends.testing.As;
import amends.testing.DatabaseTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.ApplicationContext;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who gets which answer from which route. Every route of the program stands in the files of the
 * folder {@code routes}, one line each; a route that is not listed fails the test. The columns are
 * nobody, agent of the team, agent of another team, its lead, manager, administrator. A form is
 * posted empty with a valid token. Two customers with links to their pages and a program with a
 * token get what nobody gets; what links open stands in {@code CustomerRoutesTest}.
 *
 * <pre>
 * in   is sent to the sign-in page
 * 403  may know of it, and may not do it
 * 404  may not know of it
 * ok   anything else, also "this form is not filled in"; never a failure of ours
 * </pre>
 *
 * Routes of the API have a table of their own: {@link ApiRoutesTest}. What stands for a path
 * variable is made anew for each request in {@link RouteWorld#sample}.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {
  private static final Pattern LINK = Pattern.compile("/c/([\\w-]{22})");

  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Doorstep door;
  @Autowired Messages messages;
  @Autowired List<Duty> duties;
  @Autowired Cases cases;
  @Autowired Customers customers;
  @Autowired ApiTokens tokens;
  @Autowired ApplicationContext context;
  @Autowired Absences absences;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  private RouteWorld world;
  private String customersLink = "";
  private String customersOtherLink = "";
  private String programsToken = "";

  @BeforeAll
  void aHouseWithOneOfEach() {
    world =
        new RouteWorld(
            new RouteWorld.Makers(
                staff, door, messages, duties, new CaseMaker(cases, customers), tokens, absences));
    try (PostOffice post = new PostOffice(context)) {
      customersLink = linkOf("anna", post);
      customersOtherLink = linkOf("bert", post);
    }
    programsToken =
        tokens.make(new NewApiToken("Shop", ApiScope.codes(), null, null, null), null).words();
  }

  /** The secret part of a customer's link, as it stands in the letter to them. */
  private static String linkOf(String name, PostOffice post) {
    String address = name + "@customer.example";
    post.write(address, "help@house.example", "<" + name + "@customer.example>", "Jug", "Broken");
    post.deliver();
    return post.received().stream()
        .filter(got -> got.to().contains(address))
        .map(got -> LINK.matcher(MailReader.read(got.raw()).text()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst()
        .orElseThrow();
  }

  private record Route(String method, String path, List<String> answers) {
    static Route of(String line) {
      String[] cells = line.split("\\s+");
      return new Route(cells[0], cells[1], Arrays.asList(cells).subList(2, cells.length));
    }

    String name() {
      return method + " " + path;
    }
  }

  private static List<Route> routes() {
    try {
      return Arrays.stream(
              new PathMatchingResourcePatternResolver()
                  .getResources("classpath:amends/app/security/routes/*.txt"))
          .flatMap(RoutesTest::lines)
          .map(Route::of)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<String> lines(Resource file) {
    try {
      return file.getContentAsString(StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void everyRouteIsListedAndEveryListedRouteIsThere() {
    Set<String> there = new TreeSet<>();
    mapping.getHandlerMethods().keySet().forEach(info -> there.addAll(names(info)));
    there.removeIf(name -> name.contains(" /api/"));
    assertThat(routes()).extracting(Route::name).containsExactlyInAnyOrderElementsOf(there);
  }

  private static List<String> names(RequestMappingInfo info) {
    Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
    return info.getPatternValues().stream()
        .flatMap(path ->
            methods.isEmpty()
                ? Stream.of("ANY " + path)
                : methods.stream().map(method -> method + " " + path))
        .toList();
  }

  @TestFactory
  Stream<DynamicTest> everyRouteAnswersAsTheTableSays() {
    return routes().stream()
        .map(route -> DynamicTest.dynamicTest(route.name(), () -> answersAsListed(route)));
  }

  private void answersAsListed(Route route) throws Exception {
    List<Long> viewers = world.viewers();
    assertThat(route.answers()).hasSize(viewers.size());
    for (int i = 0; i < viewers.size(); i++) {
      MockHttpServletResponse answer = send(route, viewers.get(i));
      assertThat(told(answer))
          .as("%s for the %s: %s", route.name(), RouteWorld.WHO.get(i), answer.getStatus())
          .isEqualTo(route.answers().get(i));
    }
    asToNobody(route);
  }

  /** A customer's link and a program's token are worth nothing outside of their own routes. */
  private void asToNobody(Route route) throws Exception {
    for (String pass : List.of(customersLink, customersOtherLink, programsToken)) {
      assertThat(told(send(route, RouteWorld.NOBODY, pass)))
          .as("%s for a customer or a program", route.name())
          .isEqualTo(route.answers().getFirst());
    }
  }

  private MockHttpServletResponse send(Route route, long viewer) throws Exception {
    return send(route, viewer, "");
  }

  private MockHttpServletResponse send(Route route, long viewer, String pass) throws Exception {
    HttpMethod method =
        route.method().equals("ANY") ? HttpMethod.GET : HttpMethod.valueOf(route.method());
    String path = world.filled(route.path());
    MockHttpServletRequestBuilder sent =
        request(method, URI.create(path)).accept("text/html", "*/*");
    if (!method.equals(HttpMethod.GET)) {
      sent.with(csrf());
    }
    if (viewer != RouteWorld.NOBODY) {
      sent.with(As.person(viewer));
    }
    if (!pass.isEmpty()) {
      sent.header("Authorization", "Bearer " + pass)
          .header("Referer", "http://localhost/c/" + pass);
    }
    return mvc.perform(sent).andReturn().getResponse();
  }

  private static String told(MockHttpServletResponse answer) {
    int status = answer.getStatus();
    boolean toSignIn = status == 302 && "/sign-in".equals(answer.getRedirectedUrl());
    return switch (status) {
      case 403 -> "403";
      case 404 -> "404";
      case 500, 501 -> "failed";
      default -> toSignIn || status == 401 ? "in" : "ok";
    };
  }
}
