package amends.cases.web;

import amends.cases.CaseFile;
import amends.cases.CaseFiles;
import amends.cases.Tags;
import amends.customers.Customers;
import amends.staff.Staff;
import java.util.List;
import org.springframework.stereotype.Component;

/** Opens the file of a case for whoever asks, with the customer and everybody's names. */
@Component
final class Folders {
  private final CaseFiles files;
  private final Customers customers;
  private final Staff staff;
  private final Tags tags;

  Folders(CaseFiles files, Customers customers, Staff staff, Tags tags) {
    this.files = files;
    this.customers = customers;
    this.staff = staff;
    this.tags = tags;
  }

  Opened open(Ask ask) {
    CaseFile file = files.of(ask.id(), ask.viewer());
    List<Opened> parts =
        files.merged(file, ask.viewer()).stream()
            .map(part -> opened(ask, part, List.of()))
            .toList();
    return opened(ask, file, parts);
  }

  private Opened opened(Ask ask, CaseFile file, List<Opened> parts) {
    return new Opened(
        ask.page(),
        ask.viewer(),
        file,
        customers.customer(file.matter().customerId()),
        Names.in(file, ask.page().t(), ask.viewer(), staff),
        tags.of(file.matter().id()),
        parts);
  }
}
