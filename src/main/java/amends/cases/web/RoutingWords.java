package amends.cases.web;

import amends.cases.RoutingRule;
import amends.shared.Texts.Voice;
import java.util.ArrayList;
import java.util.List;

/** A rule in words. */
record RoutingWords(Voice t, RoutingView.Lists lists, RoutingForms forms) {
  RoutingView.Row row(RoutingRule rule) {
    return new RoutingView.Row(
        rule.id(), rule.name(), when(rule.when()), then(rule), rule.on(), rule.tried());
  }

  private String when(RoutingRule.When when) {
    List<String> parts = new ArrayList<>();
    add(
        parts,
        "brand",
        RoutingForms.called(lists.brands(), when.brandId()),
        when.brandId() != null);
    add(
        parts,
        "language",
        RoutingForms.called(lists.languages(), when.language()),
        !when.language().isEmpty());
    add(
        parts,
        "channel",
        RoutingForms.called(lists.channels(), when.channel()),
        !when.channel().isEmpty());
    add(parts, "words", when.words(), !when.words().isEmpty());
    add(parts, "product", forms.productNumber(when.productId()), when.productId() != null);
    if (when.fieldId() != null) {
      String name = RoutingForms.called(lists.fields(), when.fieldId());
      parts.add(
          when.fieldValue().isEmpty()
              ? t.say("cases.routing.what.field.any", name)
              : t.say("cases.routing.what.field", name, when.fieldValue()));
    }
    add(parts, "need", "", !when.need().isEmpty());
    add(parts, "tag", when.tag(), !when.tag().isEmpty());
    add(parts, "harm", "", when.harm());
    return String.join(", ", parts);
  }

  private String then(RoutingRule rule) {
    RoutingRule.Then then = rule.then();
    List<String> parts = new ArrayList<>();
    add(parts, "team", RoutingForms.called(lists.teams(), then.teamId()), then.teamId() != null);
    add(
        parts,
        "skill",
        RoutingForms.called(lists.skills(), then.skillId()),
        then.skillId() != null);
    add(parts, "minutes", String.valueOf(then.answerMinutes()), then.answerMinutes() != null);
    add(parts, "again", "", rule.again());
    return String.join(", ", parts);
  }

  private void add(List<String> parts, String what, String detail, boolean asked) {
    if (asked) {
      parts.add(t.say("cases.routing.what." + what, detail));
    }
  }
}
