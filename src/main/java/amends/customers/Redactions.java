package amends.customers;

import amends.staff.Staff;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What is given to one person tells nothing of another: names of other customers and of others who
 * wrote in the same cases, and every mail address that is neither theirs nor the house's, go.
 * Colleagues are named; they act for the house.
 */
@Component
final class Redactions {
  private static final Pattern MAIL_ADDRESS =
      Pattern.compile("[\\w.+'-]{1,64}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,8}");
  private static final int SHORTEST_NAME = 3;

  private final Staff staff;

  Redactions(Staff staff) {
    this.staff = staff;
  }

  Redaction of(Traces traces, List<Holdings> rooms) {
    Set<String> addresses = new HashSet<>(traces.addresses());
    staff.people().forEach(p -> addresses.add(p.email().toLowerCase(Locale.ROOT)));
    staff.brands().forEach(b -> addresses.add(b.senderAddress().toLowerCase(Locale.ROOT)));
    List<String> names = new ArrayList<>();
    rooms.forEach(room -> names.addAll(room.others(traces)));
    names.removeIf(
        n -> n.length() < SHORTEST_NAME || traces.names().contains(n.toLowerCase(Locale.ROOT)));
    return new Redaction(addresses, names.isEmpty() ? null : anyOf(names));
  }

  private static Pattern anyOf(List<String> names) {
    List<String> longest =
        names.stream().distinct().sorted((a, b) -> b.length() - a.length()).toList();
    return Pattern.compile(
        String.join("|", longest.stream().map(Pattern::quote).toList()),
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /**
   * The rule, ready for one customer.
   *
   * @param addresses that may stand, in lower case
   * @param others names that may not; null when there are none
   */
  record Redaction(Set<String> addresses, @Nullable Pattern others) {
    Map<String, Object> row(Map<String, Object> row) {
      Map<String, Object> clean = new LinkedHashMap<>();
      row.forEach((column, value) -> {
        if (value != null) {
          clean.put(column, value(value));
        }
      });
      return clean;
    }

    private Object value(Object value) {
      return switch (value) {
        case Number number -> number;
        case Boolean yes -> yes;
        case java.sql.Timestamp moment -> moment.toInstant().toString();
        case Instant moment -> moment.toString();
        case java.sql.Array array -> list(array);
        case Object words -> words(words.toString());
      };
    }

    private List<String> list(java.sql.Array array) {
      try {
        return Arrays.stream((Object[]) array.getArray())
            .map(e -> words(String.valueOf(e)))
            .toList();
      } catch (SQLException e) {
        throw new IllegalStateException(e);
      }
    }

    String words(String words) {
      String clean =
          MAIL_ADDRESS
              .matcher(words)
              .replaceAll(found ->
                  addresses.contains(found.group().toLowerCase(Locale.ROOT))
                      ? Matcher.quoteReplacement(found.group())
                      : Holdings.GONE);
      return others == null
          ? clean
          : others.matcher(clean).replaceAll(Matcher.quoteReplacement(Holdings.GONE));
    }
  }
}
