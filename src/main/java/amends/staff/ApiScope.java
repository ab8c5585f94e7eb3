package amends.staff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What a token may be used for. Each allows the permissions that its routes ask for, no more. */
public enum ApiScope {
  CUSTOMERS_READ("customers:read", Permission.SEE_CUSTOMERS),
  CUSTOMERS_WRITE("customers:write", Permission.SEE_CUSTOMERS, Permission.JOIN_CUSTOMERS),
  GOODS_READ("goods:read", Permission.SEE_CUSTOMERS),
  GOODS_WRITE("goods:write", Permission.SEE_CUSTOMERS),
  CASES_READ("cases:read", Permission.SEE_CASE),
  CASES_WRITE(
      "cases:write",
      Permission.SEE_CASE,
      Permission.OPEN_CASE,
      Permission.WORK_CASE,
      Permission.SETTLE,
      Permission.REOPEN),
  MESSAGES_READ("messages:read", Permission.SEE_CASE),
  MESSAGES_WRITE("messages:write", Permission.SEE_CASE, Permission.WORK_CASE),
  PROMISES_READ("promises:read", Permission.SEE_CASE),
  PROMISES_WRITE("promises:write", Permission.SEE_CASE, Permission.WORK_CASE),
  BROADCASTS_READ("broadcasts:read", Permission.BROADCAST),
  BROADCASTS_WRITE(
      "broadcasts:write",
      Permission.BROADCAST,
      Permission.BROADCAST_WIDELY,
      Permission.SEE_CASE,
      Permission.SEE_CUSTOMERS),
  REMEDIES_READ("remedies:read", Permission.SEE_CASE),
  REMEDIES_WRITE("remedies:write", Permission.SEE_CASE, Permission.GRANT_REMEDY),
  COMPLAINTS_READ("complaints:read", Permission.SEE_CASE),
  COMPLAINTS_WRITE("complaints:write", Permission.SEE_CASE, Permission.WORK_CASE),
  WORK_READ("work:read", Permission.SEE_CASE),
  /** Web hooks carry no words and no names; only tokens without limits may look after them. */
  HOOKS_WRITE("hooks:write");

  private final String code;
  private final Set<Permission> permissions;

  ApiScope(String code, Permission... permissions) {
    this.code = code;
    this.permissions = Set.copyOf(Arrays.asList(permissions));
  }

  /** As it is written, such as {@code customers:read}. */
  public String code() {
    return code;
  }

  public static List<String> codes() {
    return Arrays.stream(values()).map(ApiScope::code).toList();
  }

  /** The scopes that a word names: one, or all of a kind, as in {@code goods:*}. */
  static List<String> named(String word) {
    String clean = word.strip();
    if (clean.endsWith(":*") && clean.length() > 2) {
      String kind = clean.substring(0, clean.length() - 1);
      return codes().stream().filter(code -> code.startsWith(kind)).toList();
    }
    return codes().stream().filter(clean::equals).toList();
  }

  /** Sorted; empty when one of the words names nothing. */
  static Optional<List<String>> all(Collection<String> words) {
    TreeSet<String> found = new TreeSet<>();
    for (String word : words) {
      List<String> named = named(word);
      if (named.isEmpty()) {
        return Optional.empty();
      }
      found.addAll(named);
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(new ArrayList<>(found));
  }

  static Set<Permission> permissions(Collection<String> codes) {
    Set<Permission> all = EnumSet.noneOf(Permission.class);
    Arrays.stream(values())
        .filter(scope -> codes.contains(scope.code))
        .forEach(scope -> all.addAll(scope.permissions));
    return all;
  }
}
