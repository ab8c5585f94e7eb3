package amends.shared.api;

import amends.shared.Settings;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The OpenAPI 3.1 document, made from the declarations that serve the routes. */
@Component
public final class OpenApi {
  private final Routes routes;
  private final Settings settings;

  OpenApi(Routes routes, Settings settings) {
    this.routes = routes;
    this.settings = settings;
  }

  /** The whole document. */
  public Map<String, Object> document() {
    Schemas schemas = new Schemas();
    Map<String, Map<String, Object>> paths = new LinkedHashMap<>();
    Map<String, Map<String, Object>> tags = new LinkedHashMap<>();
    for (Routes.Route route : routes.all()) {
      ApiRoutes heading = route.heading();
      tags.put(heading.title(), Map.of("name", heading.title(), "description", heading.about()));
      paths
          .computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
          .put(route.method().toLowerCase(Locale.ROOT), operation(route, schemas));
    }
    schemas.given(Problem.class);
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("openapi", "3.1.0");
    document.put("info", info());
    document.put("servers", List.of(Map.of("url", settings.baseUrl().toString())));
    document.put("security", List.of(Map.of("token", List.of())));
    document.put("tags", List.copyOf(tags.values()));
    document.put("paths", paths);
    document.put("components", components(schemas));
    return document;
  }

  private static Map<String, Object> info() {
    return Map.of(
        "title",
        "Amends",
        "version",
        "1",
        "description",
        "Customers, goods, cases, messages, promises and work. Within version 1 fields and routes"
            + " are only added: ignore fields that you do not know.",
        "license",
        Map.of("name", "Apache-2.0", "identifier", "Apache-2.0"));
  }

  private static Map<String, Object> components(Schemas schemas) {
    Map<String, Object> components = new LinkedHashMap<>();
    components.put(
        "securitySchemes",
        Map.of(
            "token",
            Map.of(
                "type",
                "http",
                "scheme",
                "bearer",
                "description",
                "A token that an administrator made; it begins with amends_.")));
    components.put(
        "responses",
        Map.of(
            "Problem",
            Map.of(
                "description",
                "What is wrong and how to mend it.",
                "content",
                Map.of(
                    "application/problem+json",
                    Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))))));
    components.put("schemas", schemas.all());
    return components;
  }

  private static Map<String, Object> operation(Routes.Route route, Schemas schemas) {
    Operation said = route.operation();
    Map<String, Object> operation = new LinkedHashMap<>();
    operation.put("operationId", said.name());
    operation.put("tags", List.of(route.heading().title()));
    operation.put("summary", said.does());
    operation.put("description", (said.more() + " Needs the scope " + said.scope() + ".").strip());
    operation.put("x-scope", said.scope());
    List<Object> parameters = parameters(route);
    if (!parameters.isEmpty()) {
      operation.put("parameters", parameters);
    }
    Class<?> body = route.body();
    if (body != null) {
      operation.put(
          "requestBody",
          Map.of(
              "required",
              true,
              "content",
              Map.of("application/json", content(schemas.sent(body), Examples.sent(body)))));
    }
    operation.put("responses", responses(route, schemas));
    return operation;
  }

  private static Map<String, Object> content(Map<String, Object> schema, Object example) {
    Map<String, Object> content = new LinkedHashMap<>();
    content.put("schema", schema);
    content.put("example", example);
    return content;
  }

  private static List<Object> parameters(Routes.Route route) {
    List<Object> all = new ArrayList<>();
    Map<String, Object> number = Map.of("type", "integer", "format", "int64", "minimum", 1);
    for (String name : route.pathVariables()) {
      all.add(parameter(name, "path", true, "Our number.", number, 1));
    }
    if (route.posts()) {
      all.add(
          parameter(
              "Idempotency-Key",
              "header",
              true,
              "Chosen by you for each act; the same one when you try again, within 30 days.",
              Map.of("type", "string", "minLength", 1, "maxLength", 255),
              "order-A-1001-opened"));
    }
    if (route.changes()) {
      all.add(
          parameter(
              "If-Match",
              "header",
              true,
              "The ETag that was read, or * when it does not matter.",
              Map.of("type", "string"),
              "*"));
    }
    Class<?> filters = route.filters();
    if (filters != null) {
      filters(all, Shape.of(filters));
    }
    return all;
  }

  private static void filters(List<Object> all, Shape shape) {
    for (Shape.Field field : shape.fields()) {
      Say say = field.say();
      all.add(
          parameter(
              field.name(),
              "query",
              !field.optional(),
              say == null ? "" : say.value(),
              Schemas.scalar(field, false),
              field.optional() ? null : Examples.value(field)));
    }
    all.add(
        parameter(
            "limit",
            "query",
            false,
            "How many at most.",
            Map.of(
                "type", "integer", "minimum", 1, "maximum", Asked.MOST, "default", Asked.DEFAULT),
            null));
    all.add(
        parameter(
            "cursor",
            "query",
            false,
            "What next said, for the page behind; with the same filters.",
            Map.of("type", "string"),
            null));
  }

  private static Map<String, Object> parameter(
      String name,
      String in,
      boolean required,
      String words,
      Map<String, Object> schema,
      @Nullable Object example) {
    Map<String, Object> parameter = new LinkedHashMap<>();
    parameter.put("name", name);
    parameter.put("in", in);
    parameter.put("required", required);
    parameter.put("description", words);
    parameter.put("schema", schema);
    if (example != null) {
      parameter.put("example", example);
    }
    return parameter;
  }

  private static Map<String, Object> responses(Routes.Route route, Schemas schemas) {
    Map<String, Object> responses = new LinkedHashMap<>();
    Map<String, Object> one = schemas.given(route.gives());
    Object example = Examples.of(route.gives());
    Map<String, Object> done = new LinkedHashMap<>();
    done.put("description", "Done.");
    Map<String, Object> headers = headers(route);
    if (!headers.isEmpty()) {
      done.put("headers", headers);
    }
    done.put(
        "content",
        Map.of(
            "application/json",
            route.list()
                ? content(schemas.page(route.gives(), items(one)), page(example))
                : content(one, example)));
    responses.put(String.valueOf(route.operation().status()), done);
    for (int status : problems(route)) {
      responses.put(String.valueOf(status), Map.of("$ref", "#/components/responses/Problem"));
    }
    return responses;
  }

  private static Map<String, @Nullable Object> page(Object one) {
    Map<String, @Nullable Object> page = new LinkedHashMap<>();
    page.put("items", List.of(one));
    page.put("next", null);
    return page;
  }

  private static Map<String, Object> items(Map<String, Object> one) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("items", Map.of("type", "array", "items", one));
    fields.put(
        "next",
        Map.of(
            "type",
            List.of("string", "null"),
            "description",
            "Hand it back as cursor for the page behind; null when there is none."));
    Map<String, Object> page = new LinkedHashMap<>();
    page.put("type", "object");
    page.put("required", List.of("items", "next"));
    page.put("properties", fields);
    return page;
  }

  private static Map<String, Object> headers(Routes.Route route) {
    Map<String, Object> headers = new LinkedHashMap<>();
    Map<String, Object> text = Map.of("schema", Map.of("type", "string"));
    if (!route.posts() && !route.method().equals("DELETE")) {
      headers.put("ETag", text);
    }
    if (route.posts()) {
      headers.put("Idempotency-Replayed", text);
    }
    if (route.operation().status() == 201) {
      headers.put("Location", text);
    }
    return headers;
  }

  /** Which problems a route can answer with. */
  public static Set<Integer> problems(Routes.Route route) {
    Set<Integer> all = new LinkedHashSet<>(List.of(401, 403));
    if (!route.pathVariables().isEmpty()) {
      all.add(404);
    }
    if (route.posts()) {
      all.addAll(List.of(400, 409, 422));
    }
    if (route.body() != null) {
      all.addAll(List.of(400, 409, 413, 415, 422));
    }
    if (route.filters() != null) {
      all.add(422);
    }
    if (route.changes()) {
      all.addAll(List.of(412, 428));
    }
    all.addAll(List.of(429, 503));
    return all;
  }
}
