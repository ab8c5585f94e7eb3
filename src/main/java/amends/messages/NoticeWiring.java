package amends.messages;

import amends.journal.Journal;
import amends.shared.Acts;
import amends.shared.Settings;
import amends.shared.WorkLine;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what writes to colleagues. */
@Configuration(proxyBeanMethods = false)
class NoticeWiring {
  @Bean
  NoticeCourier.Tools noticeTools(
      Acts acts, NoticeRows rows, NoticeLetters letters, Journal journal, InstantSource clock) {
    return new NoticeCourier.Tools(acts, rows, letters, journal, clock);
  }

  @Bean(destroyMethod = "close")
  NoticeCourier noticeCourier(NoticeCourier.Tools tools, Settings settings, MailStates states) {
    return new NoticeCourier(tools, MailWiring.relay(settings), states::heldBack);
  }

  @Bean
  WorkLine noticesToSend(NoticeRows rows) {
    return new WorkLine("notice_mail", rows.mails());
  }
}
