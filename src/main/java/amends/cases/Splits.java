package amends.cases;

import amends.messages.Direction;
import amends.messages.Message;
import amends.messages.Messages;
import amends.messages.Refiling;
import amends.promises.Promise;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.staff.Permission;
import amends.staff.Viewer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Another matter that came up in a case gets a case of its own, with what was said about it on both
 * sides. What a letter of ours promised goes with the letter; what the customer answers to it lands
 * in the new case.
 */
@Component
public final class Splits {
  private static final int HAPPENED_LENGTH = 400;

  private final JdbcClient sql;
  private final Access access;
  private final Opening opening;
  private final Bonds bonds;
  private final MailCases mailCases;

  Splits(JdbcClient sql, Access access, Opening opening, Bonds bonds, MailCases mailCases) {
    this.sql = sql;
    this.access = access;
    this.opening = opening;
    this.bonds = bonds;
    this.mailCases = mailCases;
  }

  /** What ties the two halves together. */
  @Component
  record Bonds(
      Messages messages, Refiling refiling, NextMoment nextMoment, Links links, CaseTexts texts) {}

  /**
   * What can be taken out: {@code message:7} or {@code statement:7}.
   *
   * @param letter the message that it is; null for a statement
   */
  public record Piece(String code, String who, String words, Instant at, @Nullable Message letter) {
    /** Whether we said it. */
    public boolean ours() {
      return letter != null && letter.direction() == Direction.OUT;
    }

    /** Whether it is ours and has not got there yet. */
    public boolean underWay() {
      return letter != null && ours() && letter.delivery() != null && !letter.delivery().done();
    }
  }

  /**
   * How a case is split.
   *
   * @param pieces by their codes
   * @param subject of the new case
   * @param there what happens next in the new case
   * @param here what happens next in this one; without words it stays as it is
   * @param told false when the customer hears of the new case only with the next reply
   */
  public record Split(Set<String> pieces, String subject, Draft there, Draft here, boolean told) {}

  /** What was said in a case on both sides, the oldest first. */
  public List<Piece> pieces(long id, Viewer viewer) {
    return pieces(access.see(id, viewer));
  }

  /**
   * @return the number of the new case
   * @throws Refusal when nothing was chosen, or nothing would be left, or it does not say what
   *     happens next
   */
  public long split(long id, Split how, Viewer by) {
    return access
        .acts()
        .call(() -> {
          long[] made = new long[1];
          access.work(id, Permission.WORK_CASE, by, matter -> made[0] = split(matter, how, by));
          return made[0];
        });
  }

  private long split(Case matter, Split how, Viewer by) {
    access.permits().require(by, Permission.OPEN_CASE);
    if (matter.restricted()) {
      throw new Refusal("", "cases.refusal.split-restricted");
    }
    List<Piece> all = pieces(matter);
    List<Piece> chosen = all.stream().filter(p -> how.pieces().contains(p.code())).toList();
    if (chosen.isEmpty()) {
      throw new Refusal("pieces", "cases.refusal.no-pieces");
    }
    List<Piece> theirs = all.stream().filter(p -> !p.ours()).toList();
    if (chosen.containsAll(theirs.isEmpty() ? all : theirs)) {
      throw new Refusal("pieces", "cases.refusal.all-pieces");
    }
    Case opened = opening.open(draft(matter, chosen, how, by));
    move(matter, opened, chosen, by);
    goOn(matter, how.here(), by);
    stayMoving(matter, opened, by);
    bonds.links().relate(matter, opened, by);
    bonds.texts().index(List.of(matter.id(), opened.id()));
    access.tell("case.split", matter, by.actor(), Map.of("into", opened.id()));
    access.tell("case.split_off", opened, by.actor(), Map.of("from", matter.id()));
    return opened.id();
  }

  private NewCase draft(Case matter, List<Piece> chosen, Split how, Viewer by) {
    Draft there = how.there();
    return new NewCase(
        matter.brandId(),
        matter.teamId(),
        matter.ownerId(),
        matter.customerId(),
        matter.channel(),
        how.subject(),
        shortened(
            chosen.stream().filter(p -> !p.ours()).findFirst().orElse(chosen.getFirst()).words()),
        null,
        null,
        null,
        how.told(),
        Promise.Kind.CONTACT,
        words(there, "next"),
        dueAt(there, "by"),
        by.actor());
  }

  private void move(Case matter, Case opened, List<Piece> chosen, Viewer by) {
    List<Long> messages = ids(chosen, "message:");
    List<Message> ours =
        chosen.stream().filter(Piece::ours).map(Piece::letter).filter(Objects::nonNull).toList();
    bonds.nextMoment().passAlong(ours, matter, opened, by.actor());
    bonds.refiling().move(messages, matter.asSubject(), opened.asSubject(), by.actor());
    sql.sql(
            """
            update statement set case_id = :to where case_id = :from
              and (id = any(:statements) or message_id = any(:messages))
            """)
        .param("to", opened.id())
        .param("from", matter.id())
        .param("statements", ids(chosen, "statement:").toArray(Long[]::new))
        .param("messages", messages.toArray(Long[]::new))
        .update();
  }

  /** What was promised in the letters that moved is owed there; here nobody is left in silence. */
  private void stayMoving(Case matter, Case opened, Viewer by) {
    mailCases.lookIfNothingIsOwed(matter, by.actor());
    bonds.nextMoment().point(matter.id());
    bonds.nextMoment().point(opened.id());
  }

  /** What is left goes on as it was promised, or as the form says. */
  private void goOn(Case matter, Draft here, Viewer by) {
    String words = here.words();
    if (words != null && !words.isBlank()) {
      bonds
          .nextMoment()
          .promise(matter, Promise.Kind.CONTACT, words, dueAt(here, "by_here"), by.actor());
      bonds.nextMoment().point(matter.id());
    }
  }

  private List<Piece> pieces(Case matter) {
    List<Piece> pieces = new ArrayList<>();
    for (Message message : bonds.messages().about(matter.asSubject())) {
      String words = message.replyText().isBlank() ? message.text() : message.replyText();
      String who = message.name().isBlank() ? message.address() : message.name();
      pieces.add(new Piece("message:" + message.id(), who, words, message.at(), message));
    }
    pieces.addAll(
        sql.sql(
                """
                select id, who, words, taken_at from statement
                where case_id = :case and side = 'customer' and message_id is null
                """)
            .param("case", matter.id())
            .query((rs, n) ->
                new Piece(
                    "statement:" + rs.getLong("id"),
                    rs.getString("who"),
                    rs.getString("words"),
                    Sql.instant(rs, "taken_at"),
                    null))
            .list());
    pieces.sort(Comparator.comparing(Piece::at));
    return pieces;
  }

  private static List<Long> ids(List<Piece> chosen, String kind) {
    return chosen.stream()
        .filter(p -> p.code().startsWith(kind))
        .map(p -> Long.valueOf(p.code().substring(kind.length())))
        .toList();
  }

  private static String words(Draft draft, String field) {
    String words = draft.words();
    if (words == null || words.isBlank()) {
      throw new Refusal(field, "cases.refusal.no-next");
    }
    return words;
  }

  private static Instant dueAt(Draft draft, String field) {
    @Nullable Instant dueAt = draft.dueAt();
    if (dueAt == null) {
      throw new Refusal(field, "cases.refusal.no-moment");
    }
    return dueAt;
  }

  private static String shortened(String words) {
    String first = words.strip();
    return first.length() <= HAPPENED_LENGTH
        ? first
        : first.substring(0, HAPPENED_LENGTH - 1) + "…";
  }
}
