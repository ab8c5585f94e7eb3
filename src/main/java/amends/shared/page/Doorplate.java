package amends.shared.page;

/** What the frame of every page says of the installation. */
public interface Doorplate {
  Page.House house();
}
