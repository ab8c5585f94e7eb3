package amends.messages.chat;

import amends.messages.Chats;
import amends.messages.Courier;
import amends.messages.Couriers;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the chat together. */
@Configuration(proxyBeanMethods = false)
class ChatWiring {
  @Bean
  ChatCarrier chatCarrier(Chats chats) {
    return new ChatCarrier(chats);
  }

  @Bean(destroyMethod = "close")
  Courier chatCourier(Couriers couriers, ChatCarrier chatCarrier) {
    return couriers.of(chatCarrier);
  }
}
