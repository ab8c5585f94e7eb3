package amends.app;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.persistence.autoconfigure.PersistenceExceptionTranslationAutoConfiguration;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;

/**
 * The Spring side of the program. Whatever would wrap beans into proxies stays out: the flow is in
 * the code that one reads.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    exclude = {
      TransactionAutoConfiguration.class,
      PersistenceExceptionTranslationAutoConfiguration.class,
      UserDetailsServiceAutoConfiguration.class
    })
// Rooms name their parts without asking each other: full names keep them apart.
@ComponentScan(value = "amends", nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
public class Application {}
