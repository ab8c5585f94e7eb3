package amends.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.servlet.ServletWebServerFactory;
import org.springframework.core.ResolvableType;

/** What is not looked for again has to be found all the same. */
class PlannedContextTest {
  private final PlannedContext context = new PlannedContext();

  private static final class Word implements Supplier<String> {
    @Override
    public String get() {
      return "jug";
    }
  }

  private static final class Doors implements WebServer {
    @Override
    public void start() {}

    @Override
    public void stop() {}

    @Override
    public int getPort() {
      return 0;
    }
  }

  @BeforeEach
  void open() {
    context.registerBean("doors", ServletWebServerFactory.class, () -> parts -> new Doors());
    context.registerBean("word", Word.class, Word::new);
    RootBeanDefinition made = new RootBeanDefinition();
    made.setTargetType(ResolvableType.forClassWithGenerics(Supplier.class, Integer.class));
    made.setInstanceSupplier(() -> (Supplier<Integer>) () -> 7);
    context.registerBeanDefinition("number", made);
    context.refresh();
  }

  @AfterEach
  void close() {
    context.close();
  }

  @Test
  void findsGenericBeansByWhatTheyBear() {
    assertThat(names(Supplier.class, String.class)).containsExactly("word");
    assertThat(names(Supplier.class, Integer.class)).containsExactly("number");
    assertThat(names(Supplier.class, Long.class)).isEmpty();
    assertThat(context.getBeanNamesForType(Supplier.class)).containsExactly("word", "number");
  }

  @Test
  void findsNothingWhereThereIsNothingOfThePlainType() {
    assertThat(names(Comparator.class, String.class)).isEmpty();
    assertThat(
            context.getBeanProvider(
                ResolvableType.forClassWithGenerics(Comparator.class, String.class)))
        .isEmpty();
  }

  @Test
  void findsWhatCameAfterTheDoorsWereBuilt() {
    assertThat(names(Comparator.class, String.class)).isEmpty();
    context.getBeanFactory().registerSingleton("late", String.CASE_INSENSITIVE_ORDER);
    context.registerBean("later", Word.class, Word::new);
    assertThat(names(Comparator.class, String.class)).containsExactly("late");
    assertThat(names(Supplier.class, String.class)).containsExactly("word", "later");
    assertThat(context.getBeanNamesForType(Word.class)).containsExactly("word", "later");
  }

  private String[] names(Class<?> plain, Class<?> borne) {
    return context.getBeanNamesForType(ResolvableType.forClassWithGenerics(plain, borne));
  }
}
