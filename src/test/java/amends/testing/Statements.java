package amends.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;

/** What the running thread asks of the database, statement by statement: others are not heard. */
public final class Statements {
  private static final ThreadLocal<List<String>> HEARD = new ThreadLocal<>();

  private Statements() {}

  /** What this work asks, in the order in which it does. It begins outside of acts. */
  public static List<String> of(Runnable work) {
    List<String> heard = new ArrayList<>();
    HEARD.set(heard);
    try {
      work.run();
    } finally {
      HEARD.remove();
    }
    return heard;
  }

  static Connection heard(Connection connection) {
    List<String> heard = HEARD.get();
    return heard == null
        ? connection
        : (Connection)
            Proxy.newProxyInstance(
                Connection.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, args) -> {
                  if (method.getName().startsWith("prepare") && args != null) {
                    heard.add(String.valueOf(args[0]));
                  }
                  try {
                    return method.invoke(connection, args);
                  } catch (InvocationTargetException e) {
                    throw e.getTargetException();
                  }
                });
  }
}
