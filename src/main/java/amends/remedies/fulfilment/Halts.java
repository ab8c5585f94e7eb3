package amends.remedies.fulfilment;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a stop holds back. While it is open, and once it was upheld, nothing leaves for its grant by
 * anybody's hand: neither a first time nor again.
 */
record Halts(JdbcClient sql) {
  boolean stand(long grantId) {
    return is(grantId, "decided_at is null or upheld");
  }

  boolean upheld(long grantId) {
    return is(grantId, "upheld");
  }

  private boolean is(long grantId, String how) {
    return sql.sql(
            "select exists (select from grant_stop where grant_id = :grant and (%s))"
                .formatted(how))
        .param("grant", grantId)
        .query(Boolean.class)
        .single();
  }
}
