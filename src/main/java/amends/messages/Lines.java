package amends.messages;

import java.util.List;

/** Knows ways in or out of the house; a bean for each kind, shown on the connections page. */
public interface Lines {
  List<LineState> lines();
}
