package amends.portal;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.DatabaseTest;
import java.io.IOException;
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
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The two customers' columns of the matrix of routes, for the routes that a link opens. The columns
 * of {@code routes-customers.txt} are: customer A by A's link; by a link that A has ended; customer
 * B, who knows everything of A's page but its link. To every other route a customer is nobody:
 * {@code RoutesTest} sends their links along there.
 */
@DatabaseTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerRoutesTest extends Visiting {
  private static final Pattern CONFIRM =
      Pattern.compile("http://localhost(/report/confirm/[\\w-]{22})");

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  RequestMappingHandlerMapping mapping;

  private Page pageOfA = new Page("", "");
  private String ended = "";
  private String pageOfB = "";

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
  void twoCustomers() throws Exception {
    Page gone = reports("old");
    ended = gone.path();
    assertThat(submit(ended, "end").getStatus()).isEqualTo(200);
    pageOfA = reports("anna");
    pageOfB = reports("bert").path();
  }

  /** A page with a file on it. */
  private record Page(String path, String file) {}

  private Page reports(String name) throws Exception {
    MockMultipartFile picture =
        new MockMultipartFile("files", "jug.png", "image/png", new byte[] {1, 2, 3});
    String seal = seal(page("/report"));
    mvc.perform(
        MockMvcRequestBuilders.multipart("/report")
            .file(picture)
            .param("seal", seal)
            .param("name", name)
            .param("email", name + "@customer.example")
            .param("words", "See the picture"));
    post(lastLetter(name, CONFIRM).group(1), "");
    String path = link(name);
    Matcher file = Pattern.compile("href=\"" + path + "/files/([^\"]+)\"").matcher(page(path));
    assertThat(file.find()).isTrue();
    return new Page(path, file.group(1));
  }

  /** A page that the act will end. */
  private Page writesByMail() {
    writes("ends", "A lamp");
    return new Page(link("ends"), "AAAAAAAAAAAAAAAAAAAAAA");
  }

  private static List<Route> routes() throws IOException {
    return new ClassPathResource("amends/app/security/routes-customers.txt")
        .getContentAsString(StandardCharsets.UTF_8)
        .lines()
        .filter(line -> !line.isBlank())
        .map(Route::of)
        .toList();
  }

  @Test
  void everyRouteThatALinkOpensIsListed() throws IOException {
    Set<String> there = new TreeSet<>();
    mapping
        .getHandlerMethods()
        .keySet()
        .forEach(info ->
            info.getPatternValues().stream()
                .filter(path -> path.startsWith("/c/"))
                .forEach(path ->
                    info.getMethodsCondition()
                        .getMethods()
                        .forEach(method -> there.add(method + " " + path))));
    assertThat(routes()).extracting(Route::name).containsExactlyInAnyOrderElementsOf(there);
  }

  @TestFactory
  Stream<DynamicTest> everyLinkOpensWhatTheTableSays() throws IOException {
    return routes().stream()
        .map(route -> DynamicTest.dynamicTest(route.name(), () -> opensAsListed(route)));
  }

  private void opensAsListed(Route route) throws Exception {
    Page mine = route.path().endsWith("/end") ? writesByMail() : pageOfA;
    String own = filled(route, mine.path(), mine.file());
    String after = filled(route, ended, mine.file());
    // B's link opens B's page; of A's page B can at best know the number and the names of files.
    boolean names = route.path().contains("{file}");
    String guessed = filled(route, names ? pageOfB : "/c/" + mine.file(), mine.file());
    // A stream that opens does not end by itself: ChatStreamsTest opens it.
    if (!route.path().endsWith("/events")) {
      assertThat(told(route, own)).as("A").isEqualTo(route.answers().get(0));
    }
    assertThat(told(route, after)).as("A, after the end").isEqualTo(route.answers().get(1));
    assertThat(told(route, guessed)).as("B").isEqualTo(route.answers().get(2));
  }

  private static String filled(Route route, String page, String file) {
    return route.path().replace("/c/{token}", page).replace("{file}", file);
  }

  private String told(Route route, String path) {
    MockHttpServletResponse answer =
        send(MockMvcRequestBuilders.request(HttpMethod.valueOf(route.method()), URI.create(path)));
    assertThat(answer.getStatus()).isLessThan(500).isNotEqualTo(429);
    return answer.getStatus() == 404 || answer.getStatus() == 410
        ? String.valueOf(answer.getStatus())
        : "ok";
  }
}
