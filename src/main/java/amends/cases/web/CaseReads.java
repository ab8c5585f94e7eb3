package amends.cases.web;

import amends.cases.Case;
import amends.cases.CaseFile;
import amends.cases.CaseFiles;
import amends.cases.CaseList;
import amends.cases.Field;
import amends.cases.FieldValue;
import amends.cases.FieldValues;
import amends.cases.Fields;
import amends.cases.web.CaseAsks.CaseFilter;
import amends.shared.api.ApiProblem;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Cases as programs read them, with what stands in the fields of the house. */
@Component
final class CaseReads {
  private final CaseList list;
  private final CaseFiles files;
  private final Fields fields;
  private final FieldValues values;

  CaseReads(CaseList list, CaseFiles files, Fields fields, FieldValues values) {
    this.list = list;
    this.files = files;
    this.fields = fields;
    this.values = values;
  }

  CaseList list() {
    return list;
  }

  CaseFileJson file(long id, Viewer by) {
    CaseFile file = files.of(id, by);
    return CaseFileJson.of(file, values.of(file.matter()), by);
  }

  List<CaseJson> json(List<CaseList.Listed> found) {
    List<Case> matters = found.stream().map(CaseList.Listed::matter).toList();
    Map<Long, List<FieldValue>> filled = values.of(matters);
    return found.stream()
        .map(l -> CaseJson.of(l, filled.getOrDefault(l.matter().id(), List.of())))
        .toList();
  }

  CaseList.Wanted wanted(CaseFilter f) {
    String owner = f.owner();
    String field = f.field();
    return new CaseList.Wanted(
        f.state(),
        person(owner),
        "nobody".equals(owner),
        f.teamId(),
        f.customerId(),
        f.broken(),
        f.dueBefore(),
        f.updatedSince(),
        field == null ? null : field(field),
        field == null ? "" : field.substring(field.indexOf(':') + 1));
  }

  private static @Nullable Long person(@Nullable String owner) {
    if (owner == null || owner.equals("nobody")) {
      return null;
    }
    if (!owner.matches("person:\\d{1,18}")) {
      throw ApiProblem.invalid("owner", "cases.api.owner-filter");
    }
    return Long.valueOf(owner.substring(owner.indexOf(':') + 1));
  }

  private long field(String asked) {
    String key = asked.split(":", -1)[0];
    return fields.all().stream()
        .filter(f -> asked.contains(":") && f.key().equals(key))
        .map(Field::id)
        .findFirst()
        .orElseThrow(() -> ApiProblem.invalid("field", "cases.api.field-filter", key));
  }
}
