package amends.messages;

import amends.shared.Tokens;
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

  byte[] content(byte[] sha256) {
    return sql.sql("select content from blob where sha256 = :sha256")
        .param("sha256", sha256)
        .query(byte[].class)
        .single();
  }
}
