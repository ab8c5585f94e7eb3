package amends.messages.social;

import amends.journal.Journal;
import amends.messages.Connections;
import amends.messages.Courier;
import amends.messages.Couriers;
import amends.messages.Medium;
import amends.messages.Pace;
import amends.shared.Acts;
import amends.shared.OutboxHold;
import amends.shared.WorkLine;
import amends.shared.WorkRows;
import amends.shared.net.Hosts;
import amends.shared.net.Wire;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Puts the social networks together. */
@Configuration(proxyBeanMethods = false)
class SocialWiring {
  private static final Duration LONGEST_CALL = Duration.ofSeconds(15);
  // A page of forty posts with all that a server tells of their authors.
  private static final int MOST_READ = 2 * 1024 * 1024;

  @Bean
  Calls socialCalls(
      Hosts providerHosts,
      JsonMapper json,
      ObjectProvider<Connections> connections,
      InstantSource clock) {
    Wire wire = new Wire(providerHosts, LONGEST_CALL, MOST_READ);
    return new Calls(wire, json, connections::getObject, clock);
  }

  @Bean
  Mastodon mastodon(Calls socialCalls) {
    return new Mastodon(socialCalls);
  }

  @Bean
  Bluesky bluesky(Calls socialCalls, JsonMapper json) {
    return new Bluesky(socialCalls, json);
  }

  @Bean
  Pace socialPace(Connections connections, InstantSource clock) {
    return new Pace(connections, Medium.SOCIAL, clock);
  }

  @Bean
  SocialCarrier directCarrier(
      Networks networks, Connections connections, Mentions mentions, Pace socialPace) {
    return new SocialCarrier(Medium.SOCIAL, networks, connections, mentions, socialPace);
  }

  @Bean
  SocialCarrier publicCarrier(
      Networks networks, Connections connections, Mentions mentions, Pace socialPace) {
    return new SocialCarrier(Medium.PUBLIC, networks, connections, mentions, socialPace);
  }

  @Bean
  PublicPostSteps publicPostSteps(
      PublicPostRows rows,
      JdbcClient sql,
      AffectedFirst affected,
      Networks networks,
      PublicPostSteps.Tools publicPostTools) {
    WorkRows work = new WorkRows(sql, publicPostTools.clock(), "public_post_step");
    return new PublicPostSteps(rows, work, affected, networks, publicPostTools);
  }

  @Bean
  PublicPostSteps.Tools publicPostTools(
      Acts acts, InstantSource clock, Journal journal, OutboxHold hold, Pace socialPace) {
    return new PublicPostSteps.Tools(acts, clock, journal, hold, socialPace);
  }

  @Bean
  WorkLine publicPostWork(JdbcClient sql, InstantSource clock) {
    return new WorkLine("public_post", new WorkRows(sql, clock, "public_post_step"));
  }

  @Bean(destroyMethod = "close")
  Courier directCourier(Couriers couriers, SocialCarrier directCarrier) {
    return couriers.of(directCarrier);
  }

  @Bean(destroyMethod = "close")
  Courier publicCourier(Couriers couriers, SocialCarrier publicCarrier) {
    return couriers.of(publicCarrier);
  }
}
