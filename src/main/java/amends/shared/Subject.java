package amends.shared;

/**
 * What something is about: a kind of record and its id, without a foreign key, so that lower rooms
 * can speak of the records of higher ones.
 *
 * @param kind a singular noun in lower case, such as {@code case} or {@code customer}
 * @param id the record's number in its own table
 */
public record Subject(String kind, long id) {
  public static Subject of(String kind, long id) {
    return new Subject(kind, id);
  }

  @Override
  public String toString() {
    return kind + " " + id;
  }
}
