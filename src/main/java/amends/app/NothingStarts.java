package amends.app;

import org.springframework.context.LifecycleProcessor;

/** For a command's context: what has a life of its own, such as the mail door, stays asleep. */
final class NothingStarts implements LifecycleProcessor {
  @Override
  public void onRefresh() {}

  @Override
  public void onClose() {}

  @Override
  public void start() {}

  @Override
  public void stop() {}

  @Override
  public boolean isRunning() {
    return false;
  }
}
