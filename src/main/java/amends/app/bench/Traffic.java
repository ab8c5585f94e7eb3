package amends.app.bench;

import amends.app.Trouble;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Agents who open pages at a fixed rate, whatever the answers take: a request counts from the
 * moment at which it should have gone out, so that one slow answer does not hide those behind it.
 */
final class Traffic implements AutoCloseable {
  private static final int A_SECOND = 50;
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final String root;
  private final Visits visits;
  private final List<HttpClient> clients = new ArrayList<>();

  Traffic(int port, List<Site.Agent> agents, Visits visits) {
    this.root = "http://127.0.0.1:" + port;
    this.visits = visits;
    agents.forEach(agent -> clients.add(signedIn(agent)));
  }

  private HttpClient signedIn(Site.Agent agent) {
    HttpClient client =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .version(HttpClient.Version.HTTP_1_1)
            .build();
    Matcher csrf = CSRF.matcher(get(client, "/sign-in").body());
    String token = csrf.find() ? csrf.group(1) : "";
    String form =
        "_csrf=%s&email=%s&password=%s"
            .formatted(Visits.typed(token), Visits.typed(agent.email()), Site.PASSWORD);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + "/sign-in"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();
    send(client, request);
    if (get(client, "/cases").statusCode() != 200) {
      throw Trouble.couldNotRun("The agent " + agent.email() + " cannot sign in; mend the bench.");
    }
    return client;
  }

  /** How long pages took, in milliseconds. */
  record Times(Map<Visits.Kind, double[]> sorted) {
    double at(Visits.Kind kind, double share) {
      double[] of = sorted.getOrDefault(kind, new double[] {Double.NaN});
      return of[Math.min(of.length - 1, (int) (of.length * share))];
    }

    double at(double share) {
      double[] all = sorted.values().stream().flatMapToDouble(Arrays::stream).sorted().toArray();
      return all[Math.min(all.length - 1, (int) (all.length * share))];
    }
  }

  private record Took(Visits.Kind kind, double millis) {}

  /** Slowly first: a program that has just started is not what is measured. */
  void warm(int seconds) {
    for (int rate : List.of(A_SECOND / 5, A_SECOND / 2, A_SECOND)) {
      drive(seconds, rate, rate, new ConcurrentLinkedQueue<>());
    }
  }

  /** An answer that failed has no time: then none of the times mean anything. */
  Times drive(int seconds, long seed) {
    Queue<String> failed = new ConcurrentLinkedQueue<>();
    Times times = times(drive(seconds, seed, A_SECOND, failed));
    if (!failed.isEmpty()) {
      throw Trouble.couldNotRun(
          "%d of %d pages failed (%s); the machine is too busy, or the program is broken."
              .formatted(failed.size(), seconds * A_SECOND, failed.peek()));
    }
    return times;
  }

  private Queue<Took> drive(int seconds, long seed, int aSecond, Queue<String> failed) {
    var random = new SplittableRandom(seed);
    Queue<Took> took = new ConcurrentLinkedQueue<>();
    long start = System.nanoTime() + 10_000_000;
    try (ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < seconds * aSecond; i++) {
        long due = start + i * (1_000_000_000L / aSecond);
        int agent = random.nextInt(clients.size());
        Visits.Visit visit = visits.next(agent, random);
        LockSupport.parkNanos(due - System.nanoTime());
        hands.execute(() -> visit(agent, visit, due, took, failed));
      }
    }
    return took;
  }

  private void visit(
      int agent, Visits.Visit visit, long due, Queue<Took> took, Queue<String> failed) {
    try {
      HttpResponse<String> answer = get(clients.get(agent), visit.path());
      double millis = (System.nanoTime() - due) / 1e6;
      if (answer.statusCode() == 200) {
        took.add(new Took(visit.kind(), millis));
      } else {
        failed.add(visit.path() + " answered " + answer.statusCode());
      }
    } catch (Trouble silent) {
      failed.add(visit.path() + ": " + silent.getMessage());
    }
  }

  private static Times times(Iterable<Took> all) {
    Map<Visits.Kind, List<Double>> by = new EnumMap<>(Visits.Kind.class);
    all.forEach(t -> by.computeIfAbsent(t.kind(), k -> new ArrayList<>()).add(t.millis()));
    Map<Visits.Kind, double[]> sorted = new EnumMap<>(Visits.Kind.class);
    by.forEach((kind, list) ->
        sorted.put(kind, list.stream().mapToDouble(Double::doubleValue).sorted().toArray()));
    return new Times(sorted);
  }

  private HttpResponse<String> get(HttpClient client, String path) {
    return send(client, HttpRequest.newBuilder(URI.create(root + path)).build());
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw Trouble.couldNotRun("The program does not answer (" + e.getMessage() + ").");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Trouble.couldNotRun("The measurement was interrupted.");
    }
  }

  @Override
  public void close() {
    clients.forEach(HttpClient::close);
  }
}
