package amends.messages.email;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every leaf of the MIME tree in its order, with its decoded bytes told by size and hash; what a
 * message within carries stands below it.
 */
final class PartList {
  private final Budget budget = new Budget(Bounds.USUAL);
  private int left = budget.bounds.parts();

  private PartList() {}

  static List<Object> of(byte[] raw) {
    return new PartList().within(raw, 0);
  }

  private List<Object> within(byte[] raw, int depth) {
    List<Object> all = new ArrayList<>();
    Parts parts = Parts.read(raw, budget);
    for (Part part : parts.leaves()) {
      if (left-- <= 0) {
        break;
      }
      all.add(told(part, parts.isRecovered(part), depth));
    }
    return all;
  }

  private Map<String, Object> told(Part part, boolean recovered, int depth) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("type", Cleaning.cut(part.mimeType(), 200));
    fields.put("size", part.bytes().length);
    fields.put("sha256", MailReader.sha256(part.bytes()));
    if (recovered) {
      fields.put("recovered", true);
    }
    if (part.message() && depth < budget.bounds.depth()) {
      fields.put("parts", within(part.bytes(), depth + 1));
    }
    return fields;
  }
}
