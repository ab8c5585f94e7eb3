package amends.cases.web;

import amends.cases.CaseFiles;
import amends.cases.Tags;
import amends.staff.Viewer;
import org.springframework.stereotype.Component;

/** The file of a case as programs read it. */
@Component
record CaseReads(CaseFiles files, Tags tags) {
  CaseFileJson of(long id, Viewer by) {
    return CaseFileJson.of(files.of(id, by), tags.of(id), by);
  }
}
