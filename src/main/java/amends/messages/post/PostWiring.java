package amends.messages.post;

import amends.customers.Customers;
import amends.messages.Medium;
import amends.messages.Outlet;
import amends.shared.Settings;
import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Calls, letters and notes for whoever writes. */
@Configuration(proxyBeanMethods = false)
class PostWiring {
  @Bean
  Faces letterFaces(Settings settings) {
    Path own = settings.data().resolve("fonts");
    return new Faces(own, () -> FaceFiles.in(own));
  }

  @Bean
  Outlet phoneOutlet(Customers customers, Faces faces) {
    return new PeopleOutlet(Medium.PHONE, customers, faces);
  }

  @Bean
  Outlet letterOutlet(Customers customers, Faces faces) {
    return new PeopleOutlet(Medium.LETTER, customers, faces);
  }

  @Bean
  Outlet noteOutlet(Customers customers, Faces faces) {
    return new PeopleOutlet(Medium.NOTE, customers, faces);
  }
}
