package amends.staff;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Sql;
import amends.shared.Subject;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What colleagues are good at, in small letters, and how many open cases are enough for each. Asks
 * for no permission: whoever calls has asked {@link Permits}.
 */
@Component
public final class Skills {
  /** How many open cases are enough for whom nobody has said otherwise. */
  public static final int ENOUGH = 40;

  private static final int LONGEST = 40;
  private static final int MOST = 20;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;

  Skills(JdbcClient sql, InstantSource clock, Acts acts, Journal journal) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
  }

  /**
   * @param people how many who work here have it
   */
  public record Skill(long id, String name, int people) {}

  /**
   * @param mostOpen how many open cases are enough; null where nobody has said
   */
  public record Profile(List<String> skills, @Nullable Integer mostOpen) {
    public int enough() {
      return mostOpen == null ? ENOUGH : mostOpen;
    }
  }

  /** Every skill, by name. */
  public List<Skill> all() {
    return sql.sql(
            """
            select s.id, s.name, count(p.id) as people from skill s
            left join person_skill x on x.skill_id = s.id
            left join person p on p.id = x.person_id and p.left_at is null
            group by s.id order by s.name
            """)
        .query((rs, n) -> new Skill(rs.getLong("id"), rs.getString("name"), rs.getInt("people")))
        .list();
  }

  /** Of everybody who works here, by id. */
  public Map<Long, Profile> profiles() {
    Map<Long, Profile> profiles = new HashMap<>();
    sql.sql(
            """
            select p.id, p.most_open, array(select s.name from person_skill x
              join skill s on s.id = x.skill_id where x.person_id = p.id order by s.name) as skills
            from person p where p.left_at is null
            """)
        .query(rs -> {
          profiles.put(
              rs.getLong("id"),
              new Profile(
                  List.of((String[]) rs.getArray("skills").getArray()),
                  rs.getObject("most_open", Integer.class)));
        });
    return profiles;
  }

  /**
   * What was typed, with commas between: in small letters, each once.
   *
   * @throws Refusal of the field {@code skills} when one is too long or there are too many
   */
  public static List<String> read(String typed) {
    TreeSet<String> read = new TreeSet<>();
    Arrays.stream(typed.split("[,;\\n]", -1))
        .map(word -> word.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT))
        .filter(word -> !word.isEmpty())
        .forEach(read::add);
    if (read.size() > MOST || read.stream().anyMatch(word -> word.length() > LONGEST)) {
      throw new Refusal("skills", "staff.skills.refuse", MOST, LONGEST);
    }
    return new ArrayList<>(read);
  }

  /**
   * These skills and no others, and so many open cases at once.
   *
   * @param mostOpen null: as for everybody
   * @throws Refusal of the field {@code most_open} when it is not between 0 and 999
   */
  public void set(long personId, Collection<String> names, @Nullable Integer mostOpen, Actor by) {
    if (mostOpen != null && (mostOpen < 0 || mostOpen > 999)) {
      throw new Refusal("most_open", "staff.skills.refuse.most");
    }
    acts.run(() -> {
      String[] all = names.toArray(String[]::new);
      sql.sql("update person set most_open = :most where id = :id")
          .param("most", mostOpen)
          .param("id", personId)
          .update();
      sql.sql(
              """
              insert into skill (name, made_at)
              select n, cast(:now as timestamptz) from unnest(cast(:names as text[])) n
              on conflict do nothing
              """)
          .param("names", all)
          .param("now", Sql.at(clock.instant()))
          .update();
      sql.sql(
              """
              delete from person_skill where person_id = :id
                and skill_id not in (select id from skill where name = any(:names))
              """)
          .param("id", personId)
          .param("names", all)
          .update();
      sql.sql(
              """
              insert into person_skill (person_id, skill_id)
              select :id, id from skill where name = any(:names) on conflict do nothing
              """)
          .param("id", personId)
          .param("names", all)
          .update();
      journal.record("staff.person_skilled", Subject.of("person", personId), by);
    });
  }
}
