package amends.messages;

import amends.messages.email.MailWriter;
import amends.messages.email.OutgoingMail;
import amends.shared.Settings;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.staff.Person;
import amends.staff.Staff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Writes the mail that tells a colleague what is due: numbers, moments and links, and not a word of
 * a customer's, because colleagues read mail on telephones that others look at.
 */
@Component
final class NoticeLetters {
  static final int MOST_LINES = 20;

  private final JdbcClient sql;
  private final Staff staff;
  private final Texts texts;
  private final Settings settings;
  private final Addresses addresses;

  NoticeLetters(JdbcClient sql, Staff staff, Texts texts, Settings settings, Addresses addresses) {
    this.sql = sql;
    this.staff = staff;
    this.texts = texts;
    this.settings = settings;
    this.addresses = addresses;
  }

  private record Head(long person, Instant at, long broken, long soon, long account, long news) {
    long all() {
      return broken + soon + account + news;
    }
  }

  private record Line(String kind, Subject about, String words, Instant dueAt) {
    boolean is(Notice.Kind asked) {
      return kind.equals(asked.name().toLowerCase(Locale.ROOT));
    }

    /** Each has words of its own. */
    String part() {
      return is(Notice.Kind.NEWS) ? "news" : is(Notice.Kind.ESCALATION) ? "broken" : "soon";
    }

    /** What was agreed elsewhere or said to many has words and a page of its own. */
    String key(String key) {
      return switch (about.kind()) {
        case "booking", "broadcast", "customer" -> key + "." + about.kind();
        default -> key;
      };
    }

    String page() {
      return switch (about.kind()) {
        case "booking" -> "/bookings/" + number();
        case "broadcast" -> "/broadcasts/" + number();
        case "customer" -> "/customers/" + number() + "/needs";
        default -> "/cases/" + number();
      };
    }

    String number() {
      return String.valueOf(about.id());
    }
  }

  /**
   * @throws IllegalArgumentException with a sentence, when the colleague's address cannot be
   *     written to
   */
  Letters.Ready write(long mailId) {
    Head head = head(mailId);
    List<Line> lines = lines(mailId);
    Person person = staff.get(head.person());
    Voice t = texts.voice(person.locale(), person.zone());
    OutgoingMail mail =
        new OutgoingMail(
            sender(),
            new MailPerson(person.name(), person.email()),
            null,
            subject(t, head, lines),
            body(t, head, lines),
            addresses.noticeId(mailId),
            null,
            List.of(),
            head.at(),
            OutgoingMail.Origin.NOTICE);
    return new Letters.Ready(addresses.toldTo(mailId), person.email(), MailWriter.write(mail));
  }

  private MailPerson sender() {
    return staff
        .defaultBrand()
        .map(brand -> new MailPerson(brand.name(), brand.senderAddress()))
        .orElseThrow(() -> new IllegalArgumentException("There is no brand to write from."));
  }

  private static String subject(Voice t, Head head, List<Line> lines) {
    if (head.account() > 0) {
      return t.say("messages.notice.account.subject");
    }
    if (head.all() == 0) {
      return t.say("messages.notice.one.house", t.say(lines.getFirst().words()));
    }
    if (head.all() == 1) {
      Line only = lines.stream().filter(l -> !l.is(Notice.Kind.HOUSE)).findFirst().orElseThrow();
      return t.say(only.key("messages.notice.one." + only.part()), only.number());
    }
    return Stream.of(
            head.news() == 0 ? "" : t.counted("messages.notice.subject.news", head.news()),
            head.broken() == 0 ? "" : t.counted("messages.notice.subject.broken", head.broken()),
            head.soon() == 0 ? "" : t.counted("messages.notice.subject.soon", head.soon()))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private String body(Voice t, Head head, List<Line> lines) {
    List<String> parts = new ArrayList<>();
    of(Notice.Kind.ACCOUNT, lines).forEach(line -> parts.add(account(t, line)));
    of(Notice.Kind.HOUSE, lines).forEach(line -> parts.add(house(t, line)));
    part(parts, t, "messages.notice.news", of(Notice.Kind.NEWS, lines));
    part(parts, t, "messages.notice.broken", of(Notice.Kind.ESCALATION, lines));
    part(parts, t, "messages.notice.soon", of(Notice.Kind.WARNING, lines));
    if (head.all() > lines.size() - of(Notice.Kind.HOUSE, lines).size()) {
      long more = head.all() - lines.size() + of(Notice.Kind.HOUSE, lines).size();
      parts.add(t.counted("messages.notice.more", more) + "\n" + settings.baseUrl() + "/cases");
    }
    if (head.soon() > 0) {
      parts.add(t.say("messages.notice.off") + "\n" + settings.baseUrl() + "/profile");
    }
    boolean cases = head.all() > head.account();
    parts.add(t.say(cases ? "messages.notice.end" : "messages.notice.end.account"));
    return String.join("\n\n", parts);
  }

  private static List<Line> of(Notice.Kind kind, List<Line> lines) {
    return lines.stream().filter(line -> line.is(kind)).toList();
  }

  private String house(Voice t, Line line) {
    return t.say("messages.notice.house.line", t.say(line.words()), line.dueAt())
        + "\n"
        + settings.baseUrl()
        + "/mail-accounts/"
        + line.number();
  }

  private String account(Voice t, Line line) {
    String who =
        line.about().kind().equals("person")
            ? staff.find(line.about().id()).map(Person::name).orElse("")
            : "";
    String by = who.isEmpty() ? t.say("messages.notice.account.operator") : who;
    return t.say(line.words(), by, line.dueAt()) + "\n" + settings.baseUrl() + "/profile/sign-in";
  }

  private void part(List<String> parts, Voice t, String key, List<Line> lines) {
    if (!lines.isEmpty()) {
      parts.add(t.say(key));
      lines.forEach(line -> parts.add(line(t, key, line)));
    }
  }

  private String line(Voice t, String key, Line line) {
    String said = t.say(line.words(), line.dueAt());
    return t.say(line.key(key + ".line"), line.number(), said, line.dueAt())
        + "\n"
        + settings.baseUrl()
        + line.page();
  }

  private Head head(long mailId) {
    return sql.sql(
            """
            select m.person_id, m.written_at,
              count(*) filter (where n.kind = 'escalation') as broken,
              count(*) filter (where n.kind = 'warning') as soon,
              count(*) filter (where n.kind = 'account') as account,
              count(*) filter (where n.kind = 'news') as news
            from notice_mail m join notice n on n.mail_id = m.id
            where m.id = :id group by m.person_id, m.written_at
            """)
        .param("id", mailId)
        .query((rs, n) ->
            new Head(
                rs.getLong("person_id"),
                Sql.instant(rs, "written_at"),
                rs.getLong("broken"),
                rs.getLong("soon"),
                rs.getLong("account"),
                rs.getLong("news")))
        .single();
  }

  private List<Line> lines(long mailId) {
    return sql.sql(
            """
            select kind, about_kind, about_id, words, due_at from notice where mail_id = :id
            order by kind = 'account' desc, kind = 'news' desc, kind, due_at, id limit :most
            """)
        .param("id", mailId)
        .param("most", MOST_LINES)
        .query((rs, n) ->
            new Line(
                rs.getString("kind"),
                Subject.of(rs.getString("about_kind"), rs.getLong("about_id")),
                rs.getString("words"),
                Sql.instant(rs, "due_at")))
        .list();
  }
}
