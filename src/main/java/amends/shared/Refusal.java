package amends.shared;

import java.util.List;

/**
 * Bad input: the key of a sentence that says what is wrong and how to mend it, and the field that
 * it is about. Pages show it beside the field and keep what was typed; the API turns it into
 * problem JSON with status 422.
 */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String field;
  private final String key;
  private final transient List<Object> args;

  /**
   * @param field the form field or JSON member; empty when it is about the whole request
   * @param key a key of the text files
   * @param args what the sentence names
   */
  public Refusal(String field, String key, Object... args) {
    super(key);
    this.field = field;
    this.key = key;
    this.args = List.of(args);
  }

  public String field() {
    return field;
  }

  public String key() {
    return key;
  }

  public Object[] args() {
    return args.toArray();
  }
}
