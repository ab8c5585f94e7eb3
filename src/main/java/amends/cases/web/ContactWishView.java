package amends.cases.web;

import amends.shared.page.Choice;
import amends.shared.page.Form;
import amends.shared.page.Page;
import java.util.List;

/**
 * What one customer wants to hear, how, and what they were not sent. Template {@code
 * cases/wishes.jte}.
 *
 * <pre>
 * GET  /customers/{id}/wishes
 * POST /customers/{id}/wishes              purpose, channel, allowed (yes|no)
 * POST /customers/{id}/wishes/print        large (yes or nothing)
 * POST /customers/{id}/wishes/lifting      contact, why
 * </pre>
 *
 * @param says what they said, the newest first
 * @param stopped addresses of theirs that nothing may be sent to
 * @param kept what was written and not sent
 * @param mayLift whether the viewer may lift what stopped
 */
public record ContactWishView(
    Page page,
    long id,
    String name,
    String order,
    List<String> says,
    List<Stopped> stopped,
    List<Kept> kept,
    boolean large,
    boolean mayChange,
    boolean mayLift,
    List<Choice> purposes,
    List<Choice> channels,
    List<Choice> reasons,
    Form form) {

  public record Stopped(long contact, String address, String words) {}

  public record Kept(String words, String link, String matter) {}
}
