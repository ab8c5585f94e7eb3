package amends.staff;

import amends.shared.Sql;
import amends.shared.Tokens;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Links that let somebody in once, within a day; only their hashes are kept. */
@Component
final class OneTimeLinks {
  static final Duration VALID = Duration.ofHours(24);

  private final JdbcClient sql;
  private final InstantSource clock;
  private final Tokens tokens;

  OneTimeLinks(JdbcClient sql, InstantSource clock, Tokens tokens) {
    this.sql = sql;
    this.clock = clock;
    this.tokens = tokens;
  }

  enum Purpose {
    FIRST_START("first_start"),
    INVITATION("invitation");

    private final String code;

    Purpose(String code) {
      this.code = code;
    }
  }

  /** A link that is still good. */
  record Open(long id, Purpose purpose, @Nullable Long personId) {}

  /** A new token; older ones for the same end with it. */
  String make(Purpose purpose, @Nullable Long personId) {
    Instant now = clock.instant();
    sql.sql(
            """
            update one_time_link set used_at = :now
            where purpose = :purpose and person_id is not distinct from cast(:person as bigint)
              and used_at is null
            """)
        .param("now", Sql.at(now))
        .param("purpose", purpose.code)
        .param("person", personId)
        .update();
    String token = tokens.next();
    sql.sql(
            """
            insert into one_time_link (hash, purpose, person_id, created_at, expires_at)
            values (:hash, :purpose, :person, :now, :expires)
            """)
        .param("hash", Tokens.hash(token))
        .param("purpose", purpose.code)
        .param("person", personId)
        .param("now", Sql.at(now))
        .param("expires", Sql.at(now.plus(VALID)))
        .update();
    return token;
  }

  Optional<Open> look(String token) {
    return find(token, "");
  }

  /** Looks and holds the link until the transaction ends, so that two cannot use it. */
  Optional<Open> hold(String token) {
    return find(token, "for update");
  }

  void use(Open link) {
    sql.sql("update one_time_link set used_at = :now where id = :id")
        .param("now", Sql.at(clock.instant()))
        .param("id", link.id())
        .update();
  }

  private Optional<Open> find(String token, String lock) {
    if (token.isEmpty()) {
      return Optional.empty();
    }
    return sql.sql(
            """
            select id, purpose, person_id from one_time_link
            where hash = :hash and used_at is null and expires_at > :now %s
            """
                .formatted(lock))
        .param("hash", Tokens.hash(token))
        .param("now", Sql.at(clock.instant()))
        .query((rs, n) ->
            new Open(
                rs.getLong("id"),
                rs.getString("purpose").equals(Purpose.INVITATION.code)
                    ? Purpose.INVITATION
                    : Purpose.FIRST_START,
                Sql.longOrNull(rs, "person_id")))
        .optional();
  }
}
