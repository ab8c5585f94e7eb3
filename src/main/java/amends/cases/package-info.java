/**
 * Room for one customer's matter, from the first word to the follow-up after it was made right.
 *
 * <p>Owns: {@code amends_case}, {@code statement}, {@code note}, {@code call}, {@code handover},
 * {@code settlement}, {@code follow_up}, {@code closure}, {@code reopening}, {@code once}, {@code
 * saved_view}, {@code case_presence}, {@code case_draft}, {@code case_sent}, {@code past_matter},
 * {@code past_word}, {@code waiting}, {@code case_text}, {@code case_text_language}, {@code
 * case_to_index}, {@code case_link}, {@code case_passed}, {@code case_same_person}, {@code
 * reply_round}, {@code reply_round_case}, {@code mention}, {@code tag}, {@code case_tag}, {@code
 * macro}, {@code macro_words}, {@code macro_use}, {@code intention}, {@code obligation}, {@code
 * call_draft}, {@code contact_rule}, {@code approved_words}, {@code harm_report}, {@code
 * harm_denial}, {@code conduct_complaint}, {@code case_condition}, {@code case_unknown}, {@code
 * moment_offer}, {@code case_guarantee}, {@code guarantee_proposal}, {@code case_field}, {@code
 * case_field_choice}, {@code case_field_value}, {@code routing_rule}, {@code case_routing}, {@code
 * shift_handover}, {@code shift_handover_case}.
 */
@ApplicationModule(
    allowedDependencies = {
      "shared",
      "shared :: page",
      "shared :: api",
      "time",
      "journal",
      "staff",
      "customers",
      "goods",
      "messages",
      "messages :: broadcast",
      "promises",
      "honesty",
      "remedies",
      "remedies :: fulfilment"
    })
@NullMarked
package amends.cases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
