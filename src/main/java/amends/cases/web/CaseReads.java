package amends.cases.web;

import amends.cases.Case;
import amends.cases.CaseFile;
import amends.cases.CaseFiles;
import amends.cases.CaseList;
import amends.cases.Field;
import amends.cases.FieldValue;
import amends.cases.FieldValues;
import amends.cases.Fields;
import amends.cases.Lands;
import amends.cases.Tags;
import amends.shared.api.ApiProblem;
import amends.staff.Viewer;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Cases as programs read them, with tags and what stands in the fields of the house. */
@Component
record CaseReads(CaseFiles files, Tags tags, Fields fields, FieldValues values, Lands lands) {
  CaseFileJson of(long id, Viewer by) {
    CaseFile file = files.of(id, by);
    return CaseFileJson.of(file, tags.of(id), values.of(file.matter()), lands.of(id).country(), by);
  }

  List<CaseJson> json(List<CaseList.Listed> found) {
    List<Case> matters = found.stream().map(CaseList.Listed::matter).toList();
    Map<Long, List<FieldValue>> filled = values.of(matters);
    return found.stream()
        .map(l -> CaseJson.of(l, filled.getOrDefault(l.matter().id(), List.of())))
        .toList();
  }

  /** The field that a filter names before its colon. */
  long field(String asked) {
    String key = asked.split(":", -1)[0];
    return fields.all().stream()
        .filter(f -> asked.contains(":") && f.key().equals(key))
        .map(Field::id)
        .findFirst()
        .orElseThrow(() -> ApiProblem.invalid("field", "cases.api.field-filter", key));
  }
}
