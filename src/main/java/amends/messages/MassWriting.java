package amends.messages;

import amends.messages.MassBatch.Part;
import amends.messages.MassRows.Person;
import amends.messages.MassRows.Taken;
import amends.shared.Subject;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Writes one person's letter out of the words to many, the same at each try. */
@Component
final class MassWriting {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final TypeReference<Map<String, String>> OWN = new TypeReference<>() {};

  private final Addresses addresses;

  MassWriting(Addresses addresses) {
    this.addresses = addresses;
  }

  Parcel parcel(Mailing mailing, Part part) {
    Taken taken = part.taken();
    Person person = part.person();
    Map<String, String> values = values(person.name(), person.company(), person.own());
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

  /** What the places of the words are filled with. */
  static Map<String, String> values(String name, boolean company, @Nullable String own) {
    Map<String, String> values = new HashMap<>();
    values.put(Places.NAME, name);
    values.put(Places.FIRST_NAME, Places.firstName(name, company));
    if (own != null) {
      values.putAll(JSON.readValue(own, OWN));
    }
    return values;
  }
}
