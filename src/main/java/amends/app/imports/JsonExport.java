package amends.app.imports;

import amends.app.Trouble;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Streams the records of one JSON file, whatever way it was saved: an array, the pages that an
 * export endpoint answers with, one record a line, or several of these one after the other. One
 * record at a time is in memory.
 */
final class JsonExport {
  /** What the pages of export endpoints are made of; records begin with other fields. */
  private static final Set<String> OF_A_PAGE =
      Set.of(
          "tickets",
          "ticket",
          "users",
          "user",
          "organizations",
          "comments",
          "ticket_events",
          "contacts",
          "companies",
          "conversations",
          "articles",
          "ticket_articles",
          "agents",
          "groups",
          "results",
          "next_page",
          "previous_page",
          "count",
          "end_time",
          "after_url",
          "after_cursor",
          "before_url",
          "before_cursor",
          "end_of_stream",
          "meta",
          "links");

  private final JsonMapper json;

  JsonExport(JsonMapper json) {
    this.json = json;
  }

  /**
   * @throws Trouble when the file cannot be read, or is not JSON: then it says where
   */
  void each(Path file, Consumer<Found> to) {
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        JsonParser parser = json.createParser(in)) {
      Reading reading = new Reading(file, parser, to);
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        reading.root(token);
      }
    } catch (JacksonException e) {
      throw Trouble.couldNotRun(
          "%s is not JSON at line %d, column %d; save the answer of the export once more and run the import again: nothing is brought twice."
              .formatted(
                  file,
                  e.getLocation() == null ? 0 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 0 : e.getLocation().getColumnNr()));
    } catch (IOException e) {
      throw Trouble.couldNotRun("%s cannot be read (%s).".formatted(file, e.getMessage()));
    }
  }

  /** Where the reader stands in one file. */
  private static final class Reading {
    private final Path file;
    private final JsonParser parser;
    private final Consumer<Found> to;
    private long place;

    Reading(Path file, JsonParser parser, Consumer<Found> to) {
      this.file = file;
      this.parser = parser;
      this.to = to;
    }

    void root(JsonToken token) {
      if (token == JsonToken.START_ARRAY) {
        elements("");
      } else if (token == JsonToken.START_OBJECT) {
        String first = parser.nextName();
        if (first == null) {
          return;
        }
        if (OF_A_PAGE.contains(first)) {
          page(first);
        } else {
          to.accept(new Found(file, ++place, "", whole(first)));
        }
      }
    }

    private void page(String first) {
      for (String name = first; name != null; name = parser.nextName()) {
        JsonToken value = parser.nextToken();
        if (value == JsonToken.START_ARRAY) {
          elements(name);
        } else if (value == JsonToken.START_OBJECT
            && OF_A_PAGE.contains(name)
            && !name.equals("meta")
            && !name.equals("links")) {
          found(name, parser.readValueAsTree());
        } else {
          parser.skipChildren();
        }
      }
    }

    private void elements(String list) {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        found(list, parser.readValueAsTree());
      }
    }

    private void found(String list, @Nullable JsonNode node) {
      place++;
      if (node instanceof ObjectNode fields) {
        to.accept(new Found(file, place, list, fields));
      }
    }

    /** The record whose first name has been read already. */
    private ObjectNode whole(String first) {
      ObjectNode node = JsonMapper.shared().createObjectNode();
      for (String name = first; name != null; name = parser.nextName()) {
        parser.nextToken();
        node.set(name, parser.<JsonNode>readValueAsTree());
      }
      return node;
    }
  }
}
