package dev.signalbox.rest;

import dev.signalbox.domain.port.in.RunnerReports;
import dev.signalbox.domain.refusal.Refusal;
import dev.signalbox.domain.refusal.Refused;
import dev.signalbox.domain.refusal.Subject;
import dev.signalbox.rest.error.RefusalAdvice;
import dev.signalbox.rest.jsonapi.ParametersGate;
import dev.signalbox.rest.runner.RunnerNews;
import java.util.List;
import java.util.Map;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.HandlerMethodReturnValueHandler;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/**
 * The whole REST adapter, to be imported.
 *
 * <p>It needs the inbound ports and an {@link java.time.InstantSource} as beans, requests whose principal is an
 * {@link ActorPrincipal}, {@code server.tomcat.relaxed-query-chars=[,]}, since some clients send brackets unencoded,
 * and a {@code server.tomcat.max-swallow-size} above what clients may send, or they never read why it was refused.
 */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class RestConfiguration implements WebMvcConfigurer {

    /** After whatever authenticates requests, which stands before 0. */
    private static final int AFTER_AUTHENTICATION = 0;

    /** Directly after the routes themselves, before anything that answers all paths that are left. */
    private static final int AFTER_ROUTES = 1;

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new ActorArgument());
    }

    @Override
    public void addReturnValueHandlers(List<HandlerMethodReturnValueHandler> handlers) {
        handlers.add(new JsonApiResult());
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RightsGate());
        registry.addInterceptor(new ParametersGate()).addPathPatterns("/api/**");
        registry.addInterceptor(new NothingAfterRows());
    }

    @Override
    public void extendHandlerExceptionResolvers(List<HandlerExceptionResolver> resolvers) {
        resolvers.addFirst(new RefusalAdvice());
    }

    @Bean
    FilterRegistrationBean<ApiGate> apiGate() {
        FilterRegistrationBean<ApiGate> gate = new FilterRegistrationBean<>(new ApiGate());
        gate.addUrlPatterns("/api/*");
        gate.setOrder(AFTER_AUTHENTICATION);
        return gate;
    }

    @Bean
    RunnerNews runnerNews(RunnerReports reports) {
        return new RunnerNews(reports);
    }

    @Bean
    SimpleUrlHandlerMapping unknownApiPaths() {
        HttpRequestHandler nothingHere = (_, _) -> {
            throw new Refused(new Refusal.NotFound(Subject.PAGE));
        };
        return new SimpleUrlHandlerMapping(Map.of("/api/**", nothingHere), AFTER_ROUTES);
    }
}
