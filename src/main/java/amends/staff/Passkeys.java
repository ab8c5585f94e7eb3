package amends.staff;

import amends.journal.Journal;
import amends.shared.Actor;
import amends.shared.Acts;
import amends.shared.Refusal;
import amends.shared.Settings;
import amends.shared.Sql;
import amends.shared.Subject;
import amends.staff.passkey.RelyingParty;
import amends.staff.passkey.RelyingParty.Question;
import java.io.Serializable;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Passkeys: each opens this house for one person, without a password. */
@Component
public final class Passkeys {
  private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
  private static final int LONGEST_NAME = 60;

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Acts acts;
  private final Journal journal;
  private final Settings settings;
  private @Nullable RelyingParty house;

  Passkeys(JdbcClient sql, InstantSource clock, Acts acts, Journal journal, Settings settings) {
    this.sql = sql;
    this.clock = clock;
    this.acts = acts;
    this.journal = journal;
    this.settings = settings;
  }

  /**
   * A passkey of a person.
   *
   * @param usedAt when it last signed somebody in; null for never
   */
  public record Passkey(long id, String name, Instant createdAt, @Nullable Instant usedAt) {}

  /** Browsers keep passkeys for https and for localhost only, and for no bare IP address. */
  public boolean areAvailable() {
    URI base = settings.baseUrl();
    String host = base.getHost();
    boolean named = !host.matches("[0-9.]+") && host.indexOf(':') < 0;
    return host.equals("localhost") || named && "https".equals(base.getScheme());
  }

  public List<Passkey> of(long personId) {
    return sql.sql(
            """
            select id, name, created_at, used_at from passkey where person_id = :person order by id
            """)
        .param("person", personId)
        .query((rs, n) ->
            new Passkey(
                rs.getLong("id"),
                rs.getString("name"),
                Sql.instant(rs, "created_at"),
                Sql.instantOrNull(rs, "used_at")))
        .list();
  }

  /** Asks the browser of the one who is signed in for a new passkey. */
  public Question forNew(Authentication who) {
    return acts.call(() -> house().forNew(who));
  }

  /**
   * Keeps a new passkey.
   *
   * @throws Refusal when the answer is none to the question
   */
  public void add(long personId, Serializable question, String answer, String name) {
    try {
      acts.run(() -> {
        house().keep(question, answer, named(name));
        record("staff.passkey_added", personId);
      });
    } catch (Refusal e) {
      throw e;
    } catch (RuntimeException e) {
      log.info("a passkey of person {} was refused: {}", personId, e.toString());
      throw new Refusal("", "staff.refused.passkey_new");
    }
  }

  public void rename(long personId, long passkeyId, String name) {
    acts.run(() -> {
      int renamed =
          sql.sql("update passkey set name = :name where id = :id and person_id = :person")
              .param("name", named(name))
              .param("id", passkeyId)
              .param("person", personId)
              .update();
      if (renamed == 1) {
        record("staff.passkey_renamed", personId);
      }
    });
  }

  public void remove(long personId, long passkeyId) {
    acts.run(() -> {
      int removed =
          sql.sql("delete from passkey where id = :id and person_id = :person")
              .param("id", passkeyId)
              .param("person", personId)
              .update();
      if (removed == 1) {
        record("staff.passkey_removed", personId);
      }
    });
  }

  /** Asks a browser in front of the door for any passkey of this house. */
  public Question forAny() {
    return house().forAny();
  }

  /**
   * Whose passkey answered.
   *
   * @throws Refusal when none of a colleague did
   */
  public long recognise(Serializable question, String answer) {
    try {
      return acts.call(() -> {
        byte[] id = house().recognise(question, answer);
        return sql.sql(
                """
                select k.person_id from passkey k join person p on p.id = k.person_id
                where k.credential_id = :id and p.left_at is null
                """)
            .param("id", id)
            .query(Long.class)
            .single();
      });
    } catch (RuntimeException e) {
      log.info("a passkey was refused at the door: {}", e.toString());
      throw new Refusal("", "staff.refused.passkey");
    }
  }

  private static String named(String name) {
    String stripped = name.strip();
    if (stripped.isEmpty() || stripped.length() > LONGEST_NAME) {
      throw new Refusal("passkey_name", "staff.refused.passkey_name");
    }
    return stripped;
  }

  private synchronized RelyingParty house() {
    if (house == null) {
      house = new RelyingParty(sql, clock, settings.baseUrl());
    }
    return house;
  }

  private void record(String kind, long personId) {
    journal.record(kind, Subject.of("person", personId), Actor.person(personId), Map.of());
  }
}
