package amends.time;

import amends.shared.WorkLine;
import amends.shared.WorkRows;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets the health page see how many alarms wait. */
@Configuration(proxyBeanMethods = false)
class AlarmLine {
  @Bean
  WorkLine alarmsThatWait(JdbcClient sql, InstantSource clock) {
    return new WorkLine("alarm", new WorkRows(sql, clock, "alarm"));
  }
}
