package amends.faults;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import amends.faults.Books.Acknowledgement;
import amends.faults.Books.Stored;
import amends.faults.Post.Answer;
import amends.testing.FakeRelay;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Holds what senders and receivers know against what is on record. */
final class Verdict {
  private final List<String> broken = new ArrayList<>();
  private final List<Stored> stored;
  private final List<Acknowledgement> acknowledgements;
  private final Set<String> notices;
  private final List<String> failures;
  private final long cases;
  private String senders = "";
  private String receivers = "";

  Verdict(Books books) throws SQLException {
    stored = books.stored();
    acknowledgements = books.acknowledgements();
    notices = books.notices();
    failures = books.failures();
    cases = books.cases();
    stored.stream()
        .filter(mail -> mail.places() != 1)
        .forEach(mail -> broken.add("mail " + mail.id() + " lies in " + mail.places() + " places"));
    if (cases != of("case")) broken.add(cases + " cases of " + of("case") + " mails");
  }

  /** I1, I2: taken is there once, unknown at most once, never begun not at all. */
  Verdict senders(Map<String, Answer> fates) {
    Map<String, Long> found =
        stored.stream().collect(groupingBy(m -> m.messageId().replaceFirst("@.*", ""), counting()));
    fates.forEach((id, fate) -> {
      long times = found.getOrDefault(id, 0L);
      if (fate == Answer.TAKEN && times == 0) broken.add("lost: " + id);
      if (fate == Answer.NOT_BEGUN && times > 0) broken.add("came from nowhere: " + id);
      if (times > 1) broken.add("twice: " + id);
    });
    found.keySet().stream()
        .filter(id -> !fates.containsKey(id))
        .forEach(id -> broken.add("written by nobody: " + id));
    senders =
        "%d mails taken, %d of unknown end (%d of them stored), %d put off; "
            .formatted(
                count(fates, Answer.TAKEN),
                count(fates, Answer.UNKNOWN),
                fates.entrySet().stream()
                    .filter(f -> f.getValue() == Answer.UNKNOWN && found.containsKey(f.getKey()))
                    .count(),
                count(fates, Answer.PUT_OFF));
    return this;
  }

  /**
   * I3: every acknowledgement that is owed arrived, again only under the same Message-ID, and each
   * time was counted.
   *
   * @param mostTries how often one may have been of unknown end: the number of kills
   */
  Verdict receivers(List<FakeRelay.Got> got, long mostTries) {
    Map<String, Long> arrived =
        got.stream().collect(groupingBy(g -> Books.bare(g.header("Message-ID")), counting()));
    long repeats = 0;
    for (Acknowledgement one : acknowledgements) {
      long times = arrived.getOrDefault(one.rfcId(), 0L);
      repeats += Math.max(0, times - 1);
      if (one.owed() && times == 0) broken.add("no acknowledgement of case " + one.caseId());
      if (one.capped() && times > 0) broken.add("sent beyond a cap: case " + one.caseId());
      if (times > 1 + one.ambiguousTries()) broken.add("uncounted repeat: " + one.rfcId());
      if (one.ambiguousTries() > mostTries) broken.add("too many tries: " + one.rfcId());
    }
    Set<String> ours =
        acknowledgements.stream().map(Acknowledgement::rfcId).collect(Collectors.toSet());
    // What colleagues heard of danger or of a promise: as far as it is on record.
    arrived.keySet().stream()
        .filter(id -> !ours.contains(id) && !notices.contains(id.replaceFirst("\\.[^.]*@.*", "")))
        .forEach(id -> broken.add("nobody's mail arrived: " + id));
    everyCaseOnce();
    receivers =
        "%d acknowledgements (%d capped, %d failed %s), %d arrived, %d repeats, %d tries counted as of unknown end"
            .formatted(
                acknowledgements.size(),
                acknowledgements.stream().filter(Acknowledgement::capped).count(),
                acknowledgements.stream().filter(Acknowledgement::failed).count(),
                failures,
                got.size(),
                repeats,
                acknowledgements.stream().mapToLong(Acknowledgement::ambiguousTries).sum());
    return this;
  }

  private void everyCaseOnce() {
    Map<String, Long> written =
        acknowledgements.stream()
            .filter(a -> !a.capped())
            .collect(groupingBy(a -> a.caseId() + " " + a.address(), counting()));
    written.entrySet().stream()
        .filter(one -> one.getValue() > 1)
        .forEach(one -> broken.add("acknowledged twice: case " + one.getKey()));
  }

  /** The program's own verdict: {@code ./amends check}. */
  Verdict check(Node node) throws java.io.IOException {
    if (node.command("check") != 0) broken.add("amends check: " + node.said("check"));
    return this;
  }

  Verdict hold(boolean is, String otherwise) {
    if (!is) broken.add(otherwise);
    return this;
  }

  /** Prints one line, and fails when anything does not hold. */
  void print(String run) {
    say(
        broken,
        "%s; %sstored %d: %d in %d cases, %d in quarantine, %d in the tray; %s; %s"
            .formatted(
                run,
                senders,
                stored.size(),
                of("case"),
                cases,
                of("quarantine"),
                of("tray"),
                receivers,
                broken.isEmpty() ? "check clean" : broken.size() + " findings"));
  }

  /** The same for runs that hold other things against each other. */
  static void say(List<String> broken, String words) {
    System.out.printf("VERDICT %s: %s%n", broken.isEmpty() ? "holds" : "BROKEN", words);
    if (!broken.isEmpty()) {
      throw new AssertionError(broken.stream().limit(40).collect(Collectors.joining("\n")));
    }
  }

  private long of(String disposition) {
    return stored.stream().filter(mail -> mail.disposition().equals(disposition)).count();
  }

  private static long count(Map<String, Answer> fates, Answer answer) {
    return fates.values().stream().filter(answer::equals).count();
  }
}
