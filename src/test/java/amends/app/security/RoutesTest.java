package amends.app.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import amends.cases.Cases;
import amends.customers.Customers;
import amends.messages.Messages;
import amends.messages.email.door.Doorstep;
import amends.shared.Duty;
import amends.staff.Staff;
import amends.testing.As;
import amends.testing.DatabaseTest;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Who gets which answer from which route. Every route of the program stands in {@link #ROUTES}, one
 * line each; a route that is not listed fails the test. A form is posted empty with a valid token.
 *
 * <pre>
 * in   is sent to the sign-in page
 * 403  may know of it, and may not do it
 * 404  may not know of it
 * ok   anything else, also "this form is not filled in"; never a failure of ours
 * </pre>
 *
 * What stands for a path variable is made anew for each request in {@link RouteWorld#sample}.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoutesTest {
  /** route: nobody, agent of the team, agent of another team, its lead, manager, administrator. */
  private static final String ROUTES =
      """
      ANY  /error                             404 404 404 404 404 404
      GET  /                                  in  ok  ok  ok  ok  ok
      GET  /sign-in                           ok  ok  ok  ok  ok  ok
      POST /sign-in                           ok  ok  ok  ok  ok  ok
      POST /sign-out                          in  in  in  in  in  in
      POST /theme                             in  ok  ok  ok  ok  ok
      GET  /first-start/{token}               ok  ok  ok  ok  ok  ok
      POST /first-start/{token}               ok  ok  ok  ok  ok  ok
      GET  /profile                           in  ok  ok  ok  ok  ok
      POST /profile/password                  in  ok  ok  ok  ok  ok
      POST /profile/sessions/ending           in  ok  ok  ok  ok  ok
      GET  /people                            in  403 403 ok  ok  ok
      POST /people                            in  403 403 403 403 ok
      GET  /people/{id}                       in  403 403 403 403 ok
      POST /people/{id}/roles                 in  403 403 403 403 ok
      POST /people/{id}/roles/ending          in  403 403 403 403 ok
      POST /people/{id}/teams                 in  403 403 403 403 ok
      POST /people/{id}/teams/ending          in  403 403 403 403 ok
      POST /people/{id}/invitation            in  403 403 403 403 ok
      POST /people/{id}/leaving               in  403 403 403 403 ok
      GET  /system                            in  ok  ok  ok  ok  ok
      POST /system/release                    in  403 403 403 403 ok
      GET  /catcher                           in  404 404 404 404 404
      GET  /catcher/{id}                      in  404 404 404 404 404
      GET  /catcher/{id}/html                 in  404 404 404 404 404
      POST /teams                             in  403 403 403 403 ok
      GET  /cases                             in  ok  ok  ok  ok  ok
      POST /cases                             in  ok  ok  ok  ok  ok
      GET  /cases/new                         in  ok  ok  ok  ok  ok
      GET  /cases/{id}                        in  ok  404 ok  ok  ok
      GET  /cases/{id}/next-read              in  ok  404 ok  ok  ok
      POST /cases/{id}/replies                in  ok  404 ok  ok  ok
      POST /cases/{id}/notes                  in  ok  404 ok  ok  ok
      POST /cases/{id}/statements             in  ok  404 ok  ok  ok
      POST /cases/{id}/calls                  in  ok  404 ok  ok  ok
      GET  /cases/{id}/about                  in  ok  404 ok  ok  ok
      POST /cases/{id}/about                  in  ok  404 ok  ok  ok
      GET  /cases/{id}/owner                  in  ok  404 ok  ok  ok
      POST /cases/{id}/owner                  in  ok  404 ok  ok  ok
      GET  /cases/{id}/settlement             in  ok  404 ok  ok  ok
      POST /cases/{id}/settlement             in  ok  404 ok  ok  ok
      GET  /cases/{id}/follow-ups             in  ok  404 ok  ok  ok
      POST /cases/{id}/follow-ups             in  ok  404 ok  ok  ok
      GET  /cases/{id}/closure                in  ok  404 ok  ok  ok
      POST /cases/{id}/closure                in  ok  404 ok  ok  ok
      GET  /cases/{id}/reopening              in  ok  404 ok  ok  ok
      POST /cases/{id}/reopening              in  ok  404 ok  ok  ok
      GET  /held                              in  ok  ok  ok  ok  ok
      GET  /held/{id}                         in  ok  404 ok  ok  ok
      GET  /held/{id}/html                    in  ok  404 ok  ok  ok
      GET  /held/{id}/raw                     in  ok  404 ok  ok  ok
      GET  /held/{id}/files/{number}          in  404 404 404 404 404
      POST /held/{id}/case                    in  ok  404 ok  ok  ok
      POST /held/{id}/match                   in  ok  404 ok  ok  ok
      POST /held/{id}/dismissal               in  ok  404 ok  ok  ok
      GET  /messages/{id}/html                in  ok  404 ok  ok  ok
      GET  /messages/{id}/raw                 in  ok  404 ok  ok  ok
      GET  /attachments/{link}                in  404 404 404 404 404
      """;

  @Autowired MockMvc mvc;
  @Autowired Staff staff;
  @Autowired Doorstep door;
  @Autowired Messages messages;
  @Autowired List<Duty> duties;
  @Autowired Cases cases;
  @Autowired Customers customers;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  private RouteWorld world;

  @BeforeAll
  void aHouseWithOneOfEach() {
    world =
        new RouteWorld(
            new RouteWorld.Makers(staff, door, messages, duties, new CaseMaker(cases, customers)));
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
    return ROUTES.lines().map(Route::of).toList();
  }

  @Test
  void everyRouteIsListedAndEveryListedRouteIsThere() {
    Set<String> there = new TreeSet<>();
    mapping.getHandlerMethods().keySet().forEach(info -> there.addAll(names(info)));
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
  }

  private MockHttpServletResponse send(Route route, long viewer) throws Exception {
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
