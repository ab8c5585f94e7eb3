package amends.messages;

import amends.shared.Subject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Where an answer belongs when the letter that it answers was moved since: an address and an
 * identifier that have left cannot be changed, but we know where the letter stands now.
 */
@Component
final class Refiled {
  private final JdbcClient sql;
  private final Addresses addresses;

  Refiled(JdbcClient sql, Addresses addresses) {
    this.sql = sql;
    this.addresses = addresses;
  }

  /** The route that the MACs tell, on to where the answered letter was moved. */
  Addresses.@Nullable Route route(List<String> recipients, ReadMail mail) {
    Addresses.Route told = addresses.route(recipients, mail);
    return told == null
        ? null
        : addresses
            .answered(mail)
            .filter(answered -> answered.customerId() == told.customerId())
            .flatMap(this::moved)
            .orElse(told);
  }

  private Optional<Addresses.Route> moved(Addresses.Answered answered) {
    return sql.sql(
            """
            select about_id from message
            where id = :id and direction = 'out' and customer_id = :customer
              and about_kind = 'case' and about_id <> :case
            """)
        .param("id", answered.messageId())
        .param("customer", answered.customerId())
        .param("case", answered.caseId())
        .query(Long.class)
        .optional()
        .map(id -> new Addresses.Route(Subject.of("case", id), answered.customerId()));
  }
}
