package amends.shared.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a program reads when something cannot be done (RFC 9457). */
public record Problem(
    @Say(value = "Which kind of problem it is; stable.", example = "/developers#invalid")
        String type,
    @Say(value = "The kind in words.", example = "The request is not complete or not right")
        String title,
    @Say(value = "The HTTP status.", example = "422") int status,
    @Say(value = "What is wrong and how to mend it.", example = "See the errors.") String detail,
    @Say(value = "The path of the request.", example = "/api/v1/customers") String instance,
    @Say(value = "The request's id, as in the header X-Request-Id.", example = "9f86d081884c7d65")
        @Nullable String requestId,
    @Say("What is wrong with which field; empty when it is not about fields.")
        List<FieldError> errors) {

  /** One field. */
  public record FieldError(
      @Say(
              value = "The path to it; empty when it is about the whole.",
              example = "contacts[0].address")
          String field,
      @Say(value = "What is wrong and how to mend it.", example = "This must be given.")
          String words) {}
}
