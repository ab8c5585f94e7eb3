package amends.staff;

import amends.shared.Sql;
import amends.shared.Tokens;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Codes on paper for the day when the phone is gone: 80 random bits each, only hashes are kept. */
final class RecoveryCodes {
  static final int MANY = 10;
  private static final int BYTES = 10;
  private static final String BETWEEN = "-";

  private final JdbcClient sql;
  private final RandomGenerator random;

  RecoveryCodes(JdbcClient sql, RandomGenerator random) {
    this.sql = sql;
    this.random = random;
  }

  /** New ones; the old ones end. */
  List<String> make(long personId, Instant now) {
    forget(personId);
    List<String> codes = IntStream.range(0, MANY).mapToObj(i -> next()).toList();
    sql.sql(
            """
            insert into recovery_code (person_id, hash, created_at)
            select :person, h, :now from unnest(cast(:hashes as bytea[])) as h
            """)
        .param("person", personId)
        .param("now", Sql.at(now))
        .param("hashes", codes.stream().map(c -> hash(personId, c)).toArray(byte[][]::new))
        .update();
    return codes;
  }

  boolean use(long personId, String typed, Instant now) {
    return sql.sql(
                """
                update recovery_code set used_at = :now
                where person_id = :person and hash = :hash and used_at is null
                """)
            .param("now", Sql.at(now))
            .param("person", personId)
            .param("hash", hash(personId, typed))
            .update()
        == 1;
  }

  int left(long personId) {
    return sql.sql(
            "select count(*) from recovery_code where person_id = :person and used_at is null")
        .param("person", personId)
        .query(Integer.class)
        .single();
  }

  void forget(long personId) {
    sql.sql("delete from recovery_code where person_id = :person")
        .param("person", personId)
        .update();
  }

  /** Four groups of four: easy to read out and to type. */
  private String next() {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String code = Totp.base32(bytes).toLowerCase(Locale.ROOT);
    return String.join(
        BETWEEN,
        code.substring(0, 4),
        code.substring(4, 8),
        code.substring(8, 12),
        code.substring(12, 16));
  }

  private static byte[] hash(long personId, String typed) {
    String bare = typed.toLowerCase(Locale.ROOT).replaceAll("[^a-z2-7]", "");
    return Tokens.hash(personId + " " + bare);
  }
}
