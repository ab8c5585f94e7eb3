package amends.remedies;

import amends.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A remedy to be written into the catalogue; as {@link Remedy}, whose fields these are. */
public record NewRemedy(
    String code,
    Remedy.Kind kind,
    boolean interim,
    int leadDays,
    int leadHours,
    int checkDays,
    @Nullable Money cost,
    @Nullable Long productId,
    @Nullable Long brandId,
    @Nullable String country,
    LocalDate from,
    @Nullable LocalDate to,
    Map<String, Remedy.Words> words,
    List<Long> parts) {
  public NewRemedy {
    words = Map.copyOf(words);
    parts = List.copyOf(parts);
  }
}
