package amends.cases.web;

import amends.shared.page.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The column beside the timeline.
 *
 * @param promises to this customer in this case: broken and owed ones first, then the latest
 * @param goods order, product and unit, as label and value; empty when nothing is known
 * @param kin the cases that belong to this one
 * @param links where that is changed; null when the viewer may not
 * @param others what others undertook for this case; null when there is nothing to show or ask
 * @param filled the fields that the house gives to its cases
 * @param rhythms in which they hear from us
 * @param right what can be given and was; null where nothing was and the viewer gives nothing
 * @param broken standing promises that were not kept towards them here
 * @param similar where earlier cases like it are found; null when there is none
 */
public record Side(
    List<Promise> promises,
    Customer customer,
    List<Fact> goods,
    List<Kin> kin,
    @Nullable String links,
    @Nullable Others others,
    Filled filled,
    Rhythms rhythms,
    @Nullable RightSide right,
    @Nullable String similar,
    List<Broken> broken) {

  /** Of a case that stands alone. */
  public Side(List<Promise> promises, Customer customer, List<Fact> goods) {
    this(
        promises,
        customer,
        goods,
        List.of(),
        null,
        null,
        Filled.NONE,
        Rhythms.NONE,
        null,
        null,
        List.of());
  }

  /** In a house without fields. */
  public Side(
      List<Promise> promises,
      Customer customer,
      List<Fact> goods,
      List<Kin> kin,
      @Nullable String links,
      @Nullable Others others) {
    this(
        promises,
        customer,
        goods,
        kin,
        links,
        others,
        Filled.NONE,
        Rhythms.NONE,
        null,
        null,
        List.of());
  }

  /**
   * A standing promise that was not kept.
   *
   * @param then what happens then, as the catalogue says it
   * @param state what came of it
   * @param steps what is proposed; empty where something has come of it or the viewer may not
   */
  public record Broken(String title, String then, String state, List<Step> steps) {}

  /** Something that is proposed, and where it is done. */
  public record Step(String words, String link) {}

  /**
   * The rhythms that run.
   *
   * @param start where one is chosen; null when the viewer may not
   */
  public record Rhythms(List<Rhythm> running, @Nullable String start, Later later) {
    static final Rhythms NONE = new Rhythms(List.of(), null, new Later(List.of(), null));

    public Rhythms(List<Rhythm> running, @Nullable String start) {
      this(running, start, new Later(List.of(), null));
    }
  }

  /**
   * What begins with something.
   *
   * @param start where one is promised; null when the viewer may not
   */
  public record Later(List<Waiting> waiting, @Nullable String start) {}

  /**
   * A promise that waits for something.
   *
   * @param met where one says that it has come; null when the viewer may not
   */
  public record Waiting(String words, @Nullable String met) {}

  /**
   * @param next "next by Wed 17:00"
   * @param end where it is ended; null when the viewer may not
   */
  public record Rhythm(String name, String words, String next, @Nullable String end) {}

  /**
   * The fields of the house.
   *
   * @param facts those that something stands in
   * @param missing those that must be filled before it is settled, and are not
   * @param link where they are filled; null when the case has none or the viewer may not
   */
  public record Filled(List<Fact> facts, List<String> missing, @Nullable String link) {
    static final Filled NONE = new Filled(List.of(), List.of(), null);
  }

  /**
   * A promise.
   *
   * @param what "Answer her message of 13:31"
   * @param who "You, by 14:30"; with the moment that was promised first, once it was moved
   * @param acts where it can be moved, agreed anew or released, without the last part; null when it
   *     cannot
   */
  public record Promise(String what, String who, Clock clock, @Nullable String acts) {}

  /**
   * What colleagues and suppliers undertook.
   *
   * @param compose where a reply is written
   * @param ask where somebody is asked; null when the viewer may not
   */
  public record Others(List<Undertaken> words, String compose, @Nullable String ask) {}

  /**
   * Somebody's word.
   *
   * @param who "Tom Okafor has accepted, by 14:30"
   * @param reason why it was declined or comes later; null when nobody said
   * @param promisable whether a promise may rest on it
   * @param acts where it is done, put off, chased or taken back, without the last part; null when
   *     it has ended, or the viewer may not
   */
  public record Undertaken(
      long id,
      String what,
      String who,
      @Nullable String reason,
      Clock clock,
      boolean accepted,
      boolean promisable,
      @Nullable String acts) {}

  /**
   * The customer.
   *
   * @param link their page
   * @param facts preferred channel, quiet hours, language, history, as label and value
   * @param points contact points
   * @param needs what they need from us
   */
  public record Customer(
      String name, String link, List<Fact> facts, List<ContactPoint> points, List<Need> needs) {}

  /**
   * An address or number.
   *
   * @param channel code of the sign
   */
  public record ContactPoint(String channel, String value, boolean verified, boolean preferred) {}

  /**
   * A need.
   *
   * @param told who said so when, and when to look again
   */
  public record Need(String words, String told) {}

  /**
   * A label with its value.
   *
   * @param link where the value leads; null for none
   * @param code true for serial and order numbers, which must not wrap
   */
  public record Fact(String label, String value, @Nullable String link, boolean code) {
    public static Fact of(String label, String value) {
      return new Fact(label, value, null, false);
    }
  }
}
