package amends.story;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Page;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** Follows links until it has looked at one page of each route, and at some states of a few. */
final class Walk {
  /** As they stand in letters, in words. */
  private static final Pattern SAID =
      Pattern.compile("/(?:c|report/confirm|unsubscribe|first-start)/[\\w-]{22}");

  /** States of pages that differ by what is asked for. */
  private static final List<String> STATES =
      List.of(
          "/cases?view=mine",
          "/cases?view=team",
          "/cases?view=unowned",
          "/cases?view=soon",
          "/cases?view=broken",
          "/cases?view=waiting",
          "/cases?q=nobody-of-this-name",
          "/search?q=jug",
          "/search?q=nobody-of-this-name",
          "/held?in=tray",
          "/held?in=quarantine",
          "/promises?state=danger",
          "/shift?back=in+3+days",
          "/customers/1/merge?with=2",
          "/cases/new?find=ruth",
          "/unsubscribe/AAAAAAAAAAAAAAAAAAAAAA",
          "/no-such-page");

  private final Page page;
  private final String home;
  private final Watch watch;
  private final Set<String> routes;
  private final PageRoutes kinds;
  private final Map<String, String> routeOf = new HashMap<>();
  private final Map<String, String> seen = new LinkedHashMap<>();
  private final List<String> states = new ArrayList<>();
  private final Deque<String> ahead = new ArrayDeque<>();
  private final Set<String> known = new HashSet<>();

  Walk(Page page, String home, Watch watch, Set<String> routes) {
    this.page = page;
    this.home = home;
    this.watch = watch;
    this.routes = new TreeSet<>(routes);
    this.kinds = new PageRoutes(routes);
  }

  void start(List<String> more) {
    List.of("/cases", "/report", "/sign-in", "/catcher").forEach(this::note);
    states.addAll(STATES);
    states.addAll(more);
    states.forEach(path -> {
      seen.putIfAbsent(route(path), path);
      look(path);
    });
    while (!missing().isEmpty() && !ahead.isEmpty()) {
      String path = next();
      String route = route(path);
      if (!seen.containsKey(route)) {
        seen.put(route, path);
        look(path);
      } else if (leadsOn(route)) {
        // Another of the same kind may lead where the first did not.
        ask(path);
      }
    }
  }

  /** Whatever is of a new kind comes first: often nothing is missing then. */
  private String next() {
    String next =
        ahead.stream()
            .filter(path -> !seen.containsKey(route(path)))
            .findFirst()
            .orElse(ahead.getFirst());
    ahead.remove(next);
    return next;
  }

  private static boolean leadsOn(String route) {
    return Set.of("/cases/{id}", "/catcher/{id}", "/customers/{id}", "/cases/{id}/links")
        .contains(route);
  }

  private void look(String path) {
    read(path);
    watch.look(page);
  }

  private void read(String path) {
    page.navigate(path);
    List<String> links = new ArrayList<>();
    Object hrefs =
        page.evaluate(
            "Array.from(document.querySelectorAll('a[href]'), a => a.getAttribute('href'))");
    ((List<?>) hrefs).forEach(href -> links.add(String.valueOf(href)));
    Matcher said = SAID.matcher(page.innerText("body"));
    while (said.find()) {
      links.add(said.group());
    }
    note(links);
  }

  /** Where a page leads, without a browser. */
  private void ask(String path) {
    APIResponse answer = page.request().get(home + path);
    assertThat(answer.status()).as(path).isLessThan(500);
    Document read = Jsoup.parse(answer.text());
    List<String> links = new ArrayList<>(read.select("a[href]").eachAttr("href"));
    Matcher said = SAID.matcher(read.text());
    while (said.find()) {
      links.add(said.group());
    }
    note(links);
  }

  private void note(List<String> links) {
    links.stream()
        .map(link -> link.startsWith(home) ? link.substring(home.length()) : link)
        .filter(link -> link.startsWith("/") && !link.startsWith("//"))
        .map(link -> link.replaceFirst("#.*", ""))
        .forEach(this::note);
  }

  private void note(String path) {
    if (known.add(path) && !route(path).isEmpty()) {
      ahead.add(path);
    }
  }

  private String route(String path) {
    return routeOf.computeIfAbsent(path, p -> kinds.of(p.replaceFirst("[?#].*", "")));
  }

  Set<String> missing() {
    Set<String> missing = new TreeSet<>(routes);
    missing.removeAll(seen.keySet());
    return missing;
  }

  List<String> seen() {
    Set<String> all = new LinkedHashSet<>(states);
    all.addAll(seen.values());
    return List.copyOf(all);
  }
}
