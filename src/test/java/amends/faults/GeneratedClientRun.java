package amends.faults;

import static org.assertj.core.api.Assertions.assertThat;

import amends.testing.FakeRelay;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * OpenAPI Generator makes a client of the document that the program serves. It must compile as it
 * comes, and {@code docs/examples/ClientStory.java}, written with it, must get through against the
 * running program. The generator (30 MB) is fetched once, by Maven.
 */
@Tag("longrun")
class GeneratedClientRun {
  private static final String GENERATOR = "org.openapitools:openapi-generator-cli:7.17.0";
  private static final Pattern TOKEN = Pattern.compile("amends_[A-Za-z0-9_-]+");

  @TempDir Path here;

  @Test
  void compilesAsItComesAndDoesWhatAShopDoes() throws Exception {
    try (FakeRelay relay = new FakeRelay();
        Node node =
            new Node(
                here.resolve("node"), relay.port(), Map.of("AMENDS_HOOK_HOSTS", "127.0.0.1"))) {
      node.start();
      Opening.day(node);
      Path client = generated(node);
      List<String> path = compiled(client);
      String said = told(node, path);
      assertThat(said).contains("ok the same case", "ok one message", "ok signature", "heard {");
      try (Books books = new Books(node.record())) {
        Town.drained(books);
        assertThat(books.cases()).isEqualTo(1);
        assertThat(books.count("select count(*) from customer")).isEqualTo(1);
        assertThat(books.count("select count(*) from message where direction = 'out'"))
            .isEqualTo(1);
      }
      assertThat(relay.got()).hasSize(1);
      assertThat(relay.got().getFirst().to()).isEqualTo("ruth@adeyemi.example");
      System.out.println("GeneratedClientRun: " + said.lines().count() + " lines told, all right");
    }
  }

  private Path generated(Node node) throws Exception {
    Path document = here.resolve("openapi.json");
    try (HttpClient http = HttpClient.newHttpClient()) {
      URI served = URI.create(node.url() + "/api/v1/openapi.json");
      http.send(HttpRequest.newBuilder(served).build(), BodyHandlers.ofFile(document));
    }
    Path tools = Files.createDirectories(Path.of("target", "generator")).toAbsolutePath();
    maven(here, "dependency:copy", "-Dartifact=" + GENERATOR, "-DoutputDirectory=" + tools);
    Path client = here.resolve("client");
    run(
        here,
        Map.of(),
        java(),
        "-jar",
        only(tools, ".jar").toString(),
        "generate",
        "-g",
        "java",
        "--library",
        "native",
        "-i",
        document.toString(),
        "-o",
        client.toString(),
        "--additional-properties="
            + "invokerPackage=amends.client,apiPackage=amends.client.api,modelPackage=amends.client.model");
    return client;
  }

  /** The client with the libraries that its own pom names, and the story beside it. */
  private List<String> compiled(Path client) throws Exception {
    Path libraries = client.resolve("lib");
    maven(
        client,
        "dependency:copy-dependencies",
        "-DincludeScope=compile",
        "-DoutputDirectory=" + libraries);
    List<String> path = new ArrayList<>(List.of(here.resolve("classes").toString()));
    try (Stream<Path> jars = Files.list(libraries)) {
      jars.map(Path::toString).forEach(path::add);
    }
    List<String> line =
        new ArrayList<>(
            List.of(
                java() + "c",
                "-nowarn",
                "-d",
                path.getFirst(),
                "-cp",
                String.join(File.pathSeparator, path)));
    try (Stream<Path> sources = Files.walk(client.resolve("src/main/java"))) {
      sources.map(Path::toString).filter(name -> name.endsWith(".java")).forEach(line::add);
    }
    line.add(Path.of("docs/examples/ClientStory.java").toAbsolutePath().toString());
    run(here, Map.of(), line.toArray(String[]::new));
    return path;
  }

  private String told(Node node, List<String> path) throws Exception {
    List<String> scopes =
        List.of(
            "--name",
            "Web shop",
            "--scope",
            "customers:*",
            "goods:*",
            "cases:*",
            "messages:*",
            "promises:*",
            "work:*",
            "hooks:*");
    assertThat(node.command("token", scopes.toArray(String[]::new))).isZero();
    Matcher token = TOKEN.matcher(node.said("token"));
    assertThat(token.find()).as(node.said("token")).isTrue();
    long team;
    try (Books books = new Books(node.record())) {
      team = books.count("select min(id) from team");
    }
    return run(
        here,
        Map.of("AMENDS_URL", node.url(), "AMENDS_TOKEN", token.group(), "TEAM", "" + team),
        java(),
        "-cp",
        String.join(File.pathSeparator, path),
        "ClientStory");
  }

  private static String java() {
    return System.getProperty("java.home") + "/bin/java";
  }

  private static void maven(Path in, String... words) throws Exception {
    List<String> line = new ArrayList<>(List.of("mvn", "-B", "-q", "-ntp"));
    line.addAll(List.of(words));
    run(in, Map.of("JAVA_HOME", System.getProperty("java.home")), line.toArray(String[]::new));
  }

  private static Path only(Path in, String end) throws IOException {
    try (Stream<Path> all = Files.list(in)) {
      return all.filter(file -> file.toString().endsWith(end)).findFirst().orElseThrow();
    }
  }

  private static String run(Path in, Map<String, String> environment, String... line)
      throws Exception {
    Path out = Files.createTempFile(in, "out", ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(line)
            .directory(in.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    String said = Files.readString(out);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended && process.exitValue() == 0).as("%s: %s", line[0], said).isTrue();
    return said;
  }
}
