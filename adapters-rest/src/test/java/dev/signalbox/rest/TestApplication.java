package dev.signalbox.rest;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.access.RequestOrigin;
import dev.signalbox.domain.port.in.AccountAdministration;
import dev.signalbox.domain.port.in.AttentionQueries;
import dev.signalbox.domain.port.in.AuditQueries;
import dev.signalbox.domain.port.in.BulkAdministration;
import dev.signalbox.domain.port.in.Deletion;
import dev.signalbox.domain.port.in.Directory;
import dev.signalbox.domain.port.in.RunAdministration;
import dev.signalbox.domain.port.in.RunCommands;
import dev.signalbox.domain.port.in.RunLogs;
import dev.signalbox.domain.port.in.RunQueries;
import dev.signalbox.domain.port.in.RunnerReports;
import dev.signalbox.domain.port.in.SettingsAdministration;
import dev.signalbox.domain.port.in.TokenAdministration;
import dev.signalbox.domain.port.in.Users;
import dev.signalbox.domain.port.in.WorkspaceLocks;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.rest.error.ErrorResponses;
import dev.signalbox.rest.error.RequestId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.web.filter.OncePerRequestFilter;

/** The REST adapter on a real server, over whichever {@link TestSignalbox} a test has put in. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(RestConfiguration.class)
class TestApplication {

    private volatile TestSignalbox box = TestSignalbox.inMemory();

    void use(TestSignalbox other) {
        box = other;
    }

    @Bean
    RunAdministration administration() {
        return port(RunAdministration.class, TestSignalbox::administration);
    }

    @Bean
    BulkAdministration bulk() {
        return port(BulkAdministration.class, TestSignalbox::bulk);
    }

    @Bean
    AttentionQueries attention() {
        return port(AttentionQueries.class, TestSignalbox::attention);
    }

    @Bean
    RunQueries queries() {
        return port(RunQueries.class, TestSignalbox::queries);
    }

    @Bean
    RunLogs logs() {
        return port(RunLogs.class, TestSignalbox::logs);
    }

    @Bean
    RunCommands commands() {
        return port(RunCommands.class, TestSignalbox::commands);
    }

    @Bean
    RunnerReports reports() {
        return port(RunnerReports.class, TestSignalbox::reports);
    }

    @Bean
    Directory directory() {
        return port(Directory.class, TestSignalbox::directory);
    }

    @Bean
    WorkspaceLocks locks() {
        return port(WorkspaceLocks.class, TestSignalbox::locks);
    }

    @Bean
    Deletion deletion() {
        return port(Deletion.class, TestSignalbox::deletion);
    }

    @Bean
    AccountAdministration accounts() {
        return port(AccountAdministration.class, TestSignalbox::accounts);
    }

    @Bean
    SettingsAdministration settings() {
        return port(SettingsAdministration.class, TestSignalbox::settings);
    }

    @Bean
    AuditQueries audit() {
        return port(AuditQueries.class, TestSignalbox::audit);
    }

    @Bean
    Users users() {
        return port(Users.class, TestSignalbox::users);
    }

    @Bean
    TokenAdministration tokens() {
        return port(TokenAdministration.class, TestSignalbox::tokens);
    }

    @Bean
    InstantSource clock() {
        return () -> box.clock().instant();
    }

    /** Stands where an application authenticates: before the adapter's own filters. */
    @Bean
    FilterRegistrationBean<Authentication> authentication() {
        FilterRegistrationBean<Authentication> filter = new FilterRegistrationBean<>(new Authentication());
        filter.setOrder(-100);
        return filter;
    }

    private <P> P port(Class<P> type, Function<TestSignalbox, P> port) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    try {
                        return method.invoke(port.apply(box), arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private record Authenticated(Actor actor) implements ActorPrincipal {
        @Override
        public String getName() {
            return actor.name();
        }
    }

    private final class Authentication extends OncePerRequestFilter {

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            String path = request.getRequestURI();
            if (!path.startsWith("/api")
                    || path.equals("/api/v2/ping")
                    || path.startsWith("/api/signalbox/v1/openapi.")) {
                chain.doFilter(request, response);
                return;
            }
            String header =
                    Optional.ofNullable(request.getHeader("Authorization")).orElse("");
            Optional<Actor> actor = box.access()
                    .authenticate(
                            header.replaceFirst("^Bearer ", ""),
                            new RequestOrigin(request.getRemoteAddr(), RequestId.of(request)));
            if (actor.isEmpty()) {
                ErrorResponses.write(request, response, 401, "Send a token: Authorization: Bearer TOKEN.");
                return;
            }
            Principal principal = new Authenticated(actor.get());
            chain.doFilter(
                    new HttpServletRequestWrapper(request) {
                        @Override
                        public Principal getUserPrincipal() {
                            return principal;
                        }
                    },
                    response);
        }
    }
}
