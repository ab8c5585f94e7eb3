package amends.messages;

import amends.messages.MassBatch.Part;
import amends.messages.MassRows.Person;
import amends.messages.MassRows.Taken;
import amends.shared.Subject;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes one person's letter out of the words to many, the same at each try. */
@Component
final class MassWriting {
  private static final TypeReference<Map<String, String>> OWN = new TypeReference<>() {};

  private final Addresses addresses;
  private final JsonMapper json = JsonMapper.builder().build();

  MassWriting(Addresses addresses) {
    this.addresses = addresses;
  }

  Parcel parcel(Mailing mailing, Part part) {
    Taken taken = part.taken();
    Person person = part.person();
    Map<String, String> values = values(person);
    long id = taken.lease().id();
    return new Parcel(
        id,
        mailing.messageId(),
        person.caseId() == null
            ? Subject.of("broadcast", mailing.id())
            : Subject.of("case", person.caseId()),
        taken.customerId(),
        mailing.brandId(),
        taken.address(),
        Places.fill(mailing.subject(), values),
        Places.fill(mailing.body(), values),
        Outgoing.Kind.BROADCAST,
        mailing.purpose(),
        mailing.at(),
        taken.connectionId(),
        new Parcel.Thread(addresses.manyId(id), null, null, null));
  }

  private Map<String, String> values(Person person) {
    Map<String, String> values = new HashMap<>();
    values.put(Places.NAME, person.name());
    values.put(Places.FIRST_NAME, Places.firstName(person.name(), person.company()));
    if (person.own() != null) {
      values.putAll(json.readValue(person.own(), OWN));
    }
    return values;
  }
}
