package amends.cases;

import amends.messages.Notice;
import amends.messages.NoticeTruth;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What colleagues are told is told only while it is still so. */
@Configuration(proxyBeanMethods = false)
class UndertakingTruths {
  private record Truth(String sourceKind, String query, JdbcClient sql) implements NoticeTruth {
    @Override
    public Set<Long> stillTrue(Notice.Kind kind, Collection<Long> sources) {
      return new HashSet<>(
          sql.sql(query).param("ids", sources.toArray(Long[]::new)).query(Long.class).list());
    }
  }

  private static Truth undertaking(String news, String stillSo, JdbcClient sql) {
    return new Truth(
        UndertakingNotices.UNDERTAKING + news,
        """
        select id from promises_v_undertaking
        where id = any(:ids) and withdrawn_at is null and kept_at is null and\
        """
            + " "
            + stillSo,
        sql);
  }

  @Bean
  NoticeTruth askedStill(JdbcClient sql) {
    return undertaking("asked", "accepted_at is null and declined_at is null", sql);
  }

  @Bean
  NoticeTruth unansweredStill(JdbcClient sql) {
    return undertaking("unanswered", "accepted_at is null and declined_at is null", sql);
  }

  @Bean
  NoticeTruth declinedStill(JdbcClient sql) {
    return undertaking("declined", "declined_at is not null", sql);
  }

  @Bean
  NoticeTruth slippedStill(JdbcClient sql) {
    return undertaking("slipped", "slipped_at is not null", sql);
  }

  @Bean
  NoticeTruth notBegunStill(JdbcClient sql) {
    return new Truth(
        CaseNotices.NOT_BEGUN,
        """
        select id from promises_v_booking
        where id = any(:ids) and met_at is null and done_at is null and cancelled_at is null
        """,
        sql);
  }

  @Bean
  NoticeTruth inDangerStill(JdbcClient sql) {
    return new Truth(
        UndertakingNotices.DANGER,
        "select distinct promise_id from promises_v_risk where promise_id = any(:ids)",
        sql);
  }
}
