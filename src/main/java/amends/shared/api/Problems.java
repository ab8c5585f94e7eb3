package amends.shared.api;

import amends.shared.Texts;
import amends.shared.Texts.Voice;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes problems, in English: programs read the codes, and the people who write them English. */
@Component
public final class Problems {
  /** Every kind, as in the member {@code type} behind the hash; stable within version 1. */
  public static final List<String> KINDS =
      List.of(
          "invalid",
          "unauthorized",
          "forbidden",
          "scope",
          "not-found",
          "erased",
          "key-missing",
          "key-used",
          "at-work",
          "conflict",
          "version-missing",
          "stale",
          "not-json",
          "media-type",
          "too-large",
          "method",
          "not-acceptable",
          "bad-request",
          "too-many",
          "unavailable",
          "failure");

  private static final String TYPE = "application/problem+json";

  private final Voice t;

  Problems(Texts texts) {
    this.t = texts.voice(Locale.ENGLISH, ZoneOffset.UTC);
  }

  /** Writes what was thrown; for filters, which have nobody above them. */
  public void write(ApiProblem problem, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    List<Problem.FieldError> errors =
        problem.flaws().stream()
            .map(flaw ->
                new Problem.FieldError(flaw.field(), t.say(flaw.key(), flaw.args().toArray())))
            .toList();
    write(problem.status(), problem.kind(), "", errors, request, response);
  }

  /** A refusal of a room, with the name that the API gives to the field. */
  public void refused(
      String field,
      String key,
      Object[] args,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String words = t.say(key, args);
    List<Problem.FieldError> errors =
        List.of(new Problem.FieldError(Sent.nameFor(field, request), words));
    write(422, "invalid", words, errors, request, response);
  }

  /** By status alone, for what went wrong outside our code. */
  public void bare(int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    write(status, kind(status), "", List.of(), request, response);
  }

  private static String kind(int status) {
    return switch (status) {
      case 401 -> "unauthorized";
      case 403 -> "forbidden";
      case 404 -> "not-found";
      case 405 -> "method";
      case 406 -> "not-acceptable";
      case 413 -> "too-large";
      case 415 -> "media-type";
      default -> status < 500 ? "bad-request" : "failure";
    };
  }

  private void write(
      int status,
      String kind,
      String detail,
      List<Problem.FieldError> errors,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    String key = "shared.api.problem." + kind;
    byte[] body =
        ApiJson.bytes(
            new Problem(
                "/developers#" + kind,
                t.say(key + ".title"),
                status,
                detail.isEmpty() ? t.say(key) : detail,
                path(request),
                response.getHeader("X-Request-Id"),
                errors));
    response.setStatus(status);
    response.setContentType(TYPE);
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
  }

  private static String path(HttpServletRequest request) {
    Object failed = request.getAttribute("jakarta.servlet.error.request_uri");
    return failed == null ? request.getRequestURI() : failed.toString();
  }
}
