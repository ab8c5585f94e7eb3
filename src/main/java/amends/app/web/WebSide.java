package amends.app.web;

import amends.shared.Texts;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What controllers and pages stand on. */
@Configuration(proxyBeanMethods = false)
class WebSide {
  @Bean
  @ConditionalOnMissingBean
  Texts texts() {
    return Texts.load();
  }

  @Bean
  WebMvcConfigurer pagesOfTheHouse(ObjectProvider<Parameters> parameters) {
    return new WebMvcConfigurer() {
      @Override
      public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(parameters.getObject());
      }

      @Override
      public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry
            .addResourceHandler("/assets/**")
            .addResourceLocations("classpath:/assets/")
            .setCacheControl(CacheControl.maxAge(10, TimeUnit.MINUTES).cachePublic())
            .setUseLastModified(false)
            .setEtagGenerator(Assets::tag)
            .resourceChain(true)
            .addResolver(new Assets());
      }
    };
  }
}
