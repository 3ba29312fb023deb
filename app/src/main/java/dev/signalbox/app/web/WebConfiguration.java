package dev.signalbox.app.web;

import dev.signalbox.ui.run.TerraformLinks;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** What stands before and beside the routes. */
@Configuration(proxyBeanMethods = false)
class WebConfiguration {

    @Bean
    FilterRegistrationBean<Filter> requestIds() {
        var registration = new FilterRegistrationBean<Filter>(new RequestIdFilter());
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    FilterRegistrationBean<Filter> errorDispatches() {
        var registration = new FilterRegistrationBean<Filter>(new ErrorDispatchFilter());
        registration.setDispatcherTypes(DispatcherType.ERROR);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }

    @Bean
    ServletRegistrationBean<RunnerScript> runnerScript() {
        return new ServletRegistrationBean<>(new RunnerScript(), RunnerScript.PATH);
    }

    @Bean
    ServletRegistrationBean<ApiPage> apiPage() {
        return new ServletRegistrationBean<>(new ApiPage(), ApiPage.PATTERNS);
    }

    @Bean
    FilterRegistrationBean<TerraformLinks> terraformLinks() {
        var registration = new FilterRegistrationBean<>(new TerraformLinks());
        registration.addUrlPatterns(TerraformLinks.PATTERN);
        return registration;
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> connectorErrors() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ConnectorErrorValve.class.getName());
            }
        });
    }
}
