package amends.messages.post;

import amends.customers.Customers;
import amends.messages.Medium;
import amends.messages.Outlet;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Calls, letters and notes for whoever writes. */
@Configuration(proxyBeanMethods = false)
class PostWiring {
  @Bean
  Outlet phoneOutlet(Customers customers) {
    return new PeopleOutlet(Medium.PHONE, customers);
  }

  @Bean
  Outlet letterOutlet(Customers customers) {
    return new PeopleOutlet(Medium.LETTER, customers);
  }

  @Bean
  Outlet noteOutlet(Customers customers) {
    return new PeopleOutlet(Medium.NOTE, customers);
  }
}
