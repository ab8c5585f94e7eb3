package amends.messages;

import amends.shared.Tokens;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bytes by their SHA-256, each kept once. */
@Component
final class Blobs {
  private final JdbcClient sql;

  Blobs(JdbcClient sql) {
    this.sql = sql;
  }

  byte[] keep(byte[] content) {
    byte[] sha256 = Tokens.sha256(content);
    sql.sql(
            """
            insert into blob (sha256, size, content) values (:sha256, :size, :content)
            on conflict do nothing
            """)
        .param("sha256", sha256)
        .param("size", content.length)
        .param("content", content)
        .update();
    return sha256;
  }

  /**
   * Forgets bytes; what a mail or a file still has stays, for that one.
   *
   * @return how many went
   */
  int forget(List<String> hex) {
    return sql.sql(
            """
            delete from blob b
            where b.sha256 in (select decode(h, 'hex') from unnest(cast(:bytes as text[])) as h)
              and not exists (select from inbound i where i.sha256 = b.sha256)
              and not exists (select from attachment a where a.sha256 = b.sha256)
            """)
        .param("bytes", hex.toArray(String[]::new))
        .update();
  }

  byte[] content(byte[] sha256) {
    return sql.sql("select content from blob where sha256 = :sha256")
        .param("sha256", sha256)
        .query(byte[].class)
        .single();
  }
}
