package amends.messages;

import amends.messages.email.MailWriter;
import amends.messages.email.OutgoingMail;
import amends.shared.Settings;
import amends.shared.Sql;
import amends.shared.Texts;
import amends.shared.Texts.Voice;
import amends.staff.Person;
import amends.staff.Staff;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
  // RFC 5321, 4.5.5: nobody is to answer it, and no report of it comes back to be filed.
  private static final String NOBODY = "<>";

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

  private record Head(long person, Instant at, long news, long broken, long soon) {
    long all() {
      return news + broken + soon;
    }
  }

  /**
   * @param part news, broken or soon: each has words of its own
   */
  private record Line(String part, long number, String words, Instant dueAt) {}

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
    return new Letters.Ready(NOBODY, person.email(), MailWriter.write(mail));
  }

  private MailPerson sender() {
    return staff
        .defaultBrand()
        .map(brand -> new MailPerson(brand.name(), brand.senderAddress()))
        .orElseThrow(() -> new IllegalArgumentException("There is no brand to write from."));
  }

  private static String subject(Voice t, Head head, List<Line> lines) {
    if (head.all() == 1) {
      Line only = lines.getFirst();
      return t.say("messages.notice.one." + only.part(), String.valueOf(only.number()));
    }
    return Stream.of(
            counted(t, "news", head.news()),
            counted(t, "broken", head.broken()),
            counted(t, "soon", head.soon()))
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static String counted(Voice t, String part, long count) {
    return count == 0 ? "" : t.counted("messages.notice.subject." + part, count);
  }

  private String body(Voice t, Head head, List<Line> lines) {
    List<String> parts = new ArrayList<>();
    part(parts, t, "news", lines);
    part(parts, t, "broken", lines);
    part(parts, t, "soon", lines);
    if (head.all() > lines.size()) {
      long more = head.all() - lines.size();
      parts.add(t.counted("messages.notice.more", more) + "\n" + settings.baseUrl() + "/cases");
    }
    if (head.soon() > 0) {
      parts.add(t.say("messages.notice.off") + "\n" + settings.baseUrl() + "/profile");
    }
    parts.add(t.say("messages.notice.end"));
    return String.join("\n\n", parts);
  }

  private void part(List<String> parts, Voice t, String part, List<Line> all) {
    List<Line> lines = all.stream().filter(line -> line.part().equals(part)).toList();
    if (!lines.isEmpty()) {
      parts.add(t.say("messages.notice." + part));
      lines.forEach(line -> parts.add(line(t, "messages.notice." + part, line)));
    }
  }

  private String line(Voice t, String key, Line line) {
    String number = String.valueOf(line.number());
    return t.say(key + ".line", number, t.say(line.words(), line.dueAt()), line.dueAt())
        + "\n"
        + settings.baseUrl()
        + "/cases/"
        + number;
  }

  private Head head(long mailId) {
    return sql.sql(
            """
            select m.person_id, m.written_at,
              count(*) filter (where n.kind = 'news') as news,
              count(*) filter (where n.kind = 'escalation') as broken,
              count(*) filter (where n.kind = 'warning') as soon
            from notice_mail m join notice n on n.mail_id = m.id
            where m.id = :id group by m.person_id, m.written_at
            """)
        .param("id", mailId)
        .query((rs, n) ->
            new Head(
                rs.getLong("person_id"),
                Sql.instant(rs, "written_at"),
                rs.getLong("news"),
                rs.getLong("broken"),
                rs.getLong("soon")))
        .single();
  }

  private List<Line> lines(long mailId) {
    return sql.sql(
            """
            select case kind when 'escalation' then 'broken' when 'warning' then 'soon' else kind end as part,
              about_id, words, due_at from notice where mail_id = :id
            order by kind = 'news' desc, kind, due_at, id limit :most
            """)
        .param("id", mailId)
        .param("most", MOST_LINES)
        .query((rs, n) ->
            new Line(
                rs.getString("part"),
                rs.getLong("about_id"),
                rs.getString("words"),
                Sql.instant(rs, "due_at")))
        .list();
  }
}
