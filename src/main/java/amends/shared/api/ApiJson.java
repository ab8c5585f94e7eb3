package amends.shared.api;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON as the API speaks it: names in snake_case, moments in ISO 8601 UTC, codes in lower case,
 * every field written also when it is null. Reading is strict: no name twice, no depth without end,
 * nothing behind the end.
 */
public final class ApiJson {
  private static final int DEEPEST = 16;
  private static final int LONGEST_NUMBER = 32;

  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(LONGEST_NUMBER)
                          .build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(EnumFeature.WRITE_ENUMS_TO_LOWERCASE)
          .build();

  private ApiJson() {}

  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /**
   * @throws ApiProblem with status 400 when it is not JSON, names something twice or is too deep
   */
  static JsonNode tree(byte[] bytes) {
    try {
      JsonNode read = MAPPER.readTree(bytes);
      if (read == null || read.isMissingNode()) {
        throw new ApiProblem(400, "not-json");
      }
      return read;
    } catch (JacksonException e) {
      throw new ApiProblem(400, "not-json");
    }
  }

  static JsonNode tree(Object value) {
    return MAPPER.valueToTree(value);
  }
}
