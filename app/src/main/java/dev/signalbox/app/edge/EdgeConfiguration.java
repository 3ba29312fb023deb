package dev.signalbox.app.edge;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts what the proxies say before everything else. */
@Configuration(proxyBeanMethods = false)
class EdgeConfiguration {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> forwarded(Edge edge) {
        return factory -> factory.addEngineValves(new ForwardedValve(edge.proxies()));
    }
}
