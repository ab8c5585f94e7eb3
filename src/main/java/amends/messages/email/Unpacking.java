package amends.messages.email;

import amends.messages.Invitation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Opens what wraps a message's parts without hiding them: TNEF, uuencode, opaque signatures. */
final class Unpacking {
  private final List<Part> leaves = new ArrayList<>();
  private final Budget budget;
  private boolean bodySeen;

  private Unpacking(List<Part> parts, Budget budget) {
    this.budget = budget;
    this.bodySeen = parts.stream().anyMatch(part -> part.body() && !part.blank());
  }

  static List<Part> of(List<Part> parts, Budget budget) {
    Unpacking unpacking = new Unpacking(parts, budget);
    try {
      parts.forEach(unpacking::unpack);
      unpacking.onlyOthers();
      return List.copyOf(unpacking.leaves);
    } catch (Budget.Spent e) {
      budget.cut(String.valueOf(e.getMessage()));
    } catch (RuntimeException e) {
      budget.cut("Something inside it could not be unpacked.");
    }
    return parts;
  }

  private void unpack(Part part) {
    budget.check();
    if (leaves.size() >= budget.bounds.parts()) {
      return;
    }
    Tnef tnef = Tnef.is(part) ? Tnef.read(part.bytes()) : null;
    byte[] signed = OpaqueSignature.is(part) ? OpaqueSignature.content(part.bytes()) : null;
    if (tnef != null) {
      unpack(tnef);
    } else if (signed != null) {
      leaves.addAll(Parts.read(signed, budget).leaves());
      leaves.add(part);
      bodySeen = true;
    } else if (part.body() && !part.html()) {
      withoutFiles(part);
    } else {
      leaves.add(part);
    }
  }

  private void unpack(Tnef tnef) {
    if (!bodySeen) {
      add(tnef.html(), "text/html; charset=utf-8");
      if (tnef.html() == null) {
        add(tnef.text(), "text/plain; charset=utf-8");
      }
    }
    tnef.files().stream()
        .limit(budget.bounds.parts())
        .forEach(
            file -> leaves.add(file(file.name(), file.type(), file.contentId(), file.bytes())));
  }

  private void add(@Nullable String words, String type) {
    if (words != null && !words.isBlank()) {
      byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
      leaves.add(new Part(new Headers(), Parameters.read(type), bytes, 0, true));
      bodySeen = true;
    }
  }

  private void withoutFiles(Part part) {
    // Lines and digits are ASCII in every charset in which such files were ever sent.
    String text = new String(part.bytes(), StandardCharsets.ISO_8859_1);
    List<UuEncoding.Found> files = new ArrayList<>();
    String words = UuEncoding.taken(text, files);
    if (files.isEmpty()) {
      leaves.add(part);
      return;
    }
    leaves.add(part.with(words.getBytes(StandardCharsets.ISO_8859_1)));
    files.forEach(file -> leaves.add(file(file.name(), MediaTypes.UNKNOWN, null, file.bytes())));
  }

  /** Where a message brings nothing but another one, or an event, the words of that are shown. */
  private void onlyOthers() {
    boolean words = leaves.stream().anyMatch(part -> part.body() && !part.blank());
    Part inner = leaves.stream().filter(Part::message).findFirst().orElse(null);
    Invitation invitation = words ? null : Calendars.find(leaves);
    if (invitation != null) {
      add(Calendars.lines(invitation), "text/plain; charset=utf-8");
      return;
    }
    if (words || inner == null) {
      return;
    }
    Parts parts = Parts.read(inner.bytes(), budget);
    String text = BodyText.of(parts.leaves(), budget).text();
    Headers headers = parts.headers();
    StringBuilder shown = new StringBuilder("---------- Forwarded message ----------\n");
    for (String name : List.of("From", "Date", "Subject", "To")) {
      String value = EncodedWords.decode(headers.orEmpty(name));
      shown.append(value.isEmpty() ? "" : name + ": " + value + "\n");
    }
    add(shown + "\n" + text, "text/plain; charset=utf-8");
  }

  private static Part file(
      @Nullable String name, String type, @Nullable String contentId, byte[] bytes) {
    Headers headers = new Headers();
    if (contentId != null) {
      headers.add("Content-ID", ("<" + contentId + ">").getBytes(StandardCharsets.UTF_8));
    }
    Parameters named = new Parameters(type, name == null ? Map.of() : Map.of("name", name));
    headers.add("Content-Disposition", "attachment".getBytes(StandardCharsets.US_ASCII));
    return new Part(headers, named, bytes, 0, false);
  }
}
