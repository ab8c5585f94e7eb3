package amends.remedies.fulfilment;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A database whose n-th call fails: before it is done, or after it was done, so that only the reply
 * is lost. Statements and commits count.
 */
final class FaultyDatabase extends DelegatingDataSource {
  /** When it fails. */
  enum Fault {
    BEFORE,
    /** It was done, and nobody hears of it. */
    AFTER
  }

  private int calls;
  private int failAt;
  private Fault fault = Fault.BEFORE;
  private boolean failed;

  FaultyDatabase(DataSource real) {
    super(real);
  }

  synchronized void failAt(int call, Fault how) {
    calls = 0;
    failAt = call;
    fault = how;
    failed = false;
  }

  synchronized boolean hasFailed() {
    return failed;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return proxied(Connection.class, super.getConnection());
  }

  private <T> T proxied(Class<T> type, Object real) {
    InvocationHandler handler = (proxy, method, args) -> call(real, method, args);
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }

  private Object call(Object real, Method method, Object[] args) throws Throwable {
    boolean counts = method.getName().startsWith("execute") || method.getName().equals("commit");
    boolean now = counts && isTurn();
    if (now && fault == Fault.BEFORE) {
      throw new SQLException("the line broke before it was done", "08006");
    }
    Object result;
    try {
      result = method.invoke(real, args);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
    if (now) {
      throw new SQLException("the line broke after it was done", "08006");
    }
    return result instanceof PreparedStatement statement
        ? proxied(PreparedStatement.class, statement)
        : result;
  }

  private synchronized boolean isTurn() {
    calls++;
    if (calls == failAt) {
      failed = true;
      return true;
    }
    return false;
  }
}
