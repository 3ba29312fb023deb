package dev.signalbox.app.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.signalbox.app.edge.Edge;
import dev.signalbox.app.edge.RateLimitFilter;
import dev.signalbox.domain.port.in.AccessControl;
import dev.signalbox.rest.error.ErrorResponses;
import dev.signalbox.ui.access.LoginView;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.servletapi.SecurityContextHolderAwareRequestFilter;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** The doors: the API by token, what is open to everybody, and the portal by password. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String API_CONTENT_POLICY = "default-src 'none'; frame-ancestors 'none'";

    private static final String API_PAGE_CONTENT_POLICY = "default-src 'none'; script-src 'self';"
            + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src data:; connect-src 'self';"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /** The portal's scripts are all its own; its framework starts them from within the page and compiles some. */
    private static final String PORTAL_CONTENT_POLICY =
            "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval';"
                    + " style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:;"
                    + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /** What else is served below the host's name is not ours to decide. */
    private static final Customizer<HeadersConfigurer<HttpSecurity>.HstsConfig> OWN_HOST =
            hsts -> hsts.includeSubDomains(false);

    private static final RequestMatcher HEARTBEATS =
            PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/api/signalbox/v1/runs/*/heartbeats");

    @Bean
    @Order(1)
    SecurityFilterChain api(
            HttpSecurity http, AccessControl access, SecurityContextHolderStrategy contexts, Edge edge) {
        stateless(http.securityMatcher("/api/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/api/v2/ping", "/api/signalbox/v1/openapi.json", "/api/signalbox/v1/openapi.yaml")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling -> handling.authenticationEntryPoint(tokenWanted()))
                .addFilterBefore(
                        new BearerTokenFilter(access, contexts, HEARTBEATS),
                        UsernamePasswordAuthenticationFilter.class);
        if (edge.rateLimit() > 0) {
            http.addFilterAfter(new RateLimitFilter(edge.rateLimit()), SecurityContextHolderAwareRequestFilter.class);
        }
        return http.build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain open(HttpSecurity http) {
        return stateless(http.securityMatcher("/.well-known/**", "/signalbox-run"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Its scripts come from here alone, but it sets styles as it goes. */
    @Bean
    @Order(3)
    SecurityFilterChain apiPageRules(HttpSecurity http) {
        return stateless(http.securityMatcher("/docs", "/docs/**"), API_PAGE_CONTENT_POLICY)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    @Order(10)
    SecurityFilterChain portal(
            HttpSecurity http, AccessControl access, SecurityContextHolderStrategy contexts, InstantSource time) {
        // An unknown address is the portal's to answer, for whoever has signed in; by default it is an empty 403.
        return http.with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class).anyRequest(address -> address.authenticated()))
                .authenticationProvider(new PasswordAuthentication(access, new SignInGuard(time), time))
                .formLogin(form -> form.authenticationDetailsSource(RequestOrigins::of))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::deny)
                        .httpStrictTransportSecurity(OWN_HOST)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(PORTAL_CONTENT_POLICY))
                        .withObjectPostProcessor(new EagerHeaders()))
                .addFilterAfter(new OpenSessionFilter(access, contexts, time), SecurityContextHolderFilter.class)
                .addFilterBefore(new ForeignFormFilter(), UsernamePasswordAuthenticationFilter.class)
                .build();
    }

    /** Whatever method a request names: that is for the routes to refuse, once the token has been seen. */
    @Bean
    HttpFirewall firewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    private static HttpSecurity stateless(HttpSecurity http) {
        return stateless(http, API_CONTENT_POLICY);
    }

    private static HttpSecurity stateless(HttpSecurity http, String contentPolicy) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::deny)
                        .httpStrictTransportSecurity(OWN_HOST)
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.NO_REFERRER))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy)));
    }

    private static AuthenticationEntryPoint tokenWanted() {
        return (request, response, _) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
            ErrorResponses.write(
                    request,
                    response,
                    401,
                    request.getHeader(HttpHeaders.AUTHORIZATION) == null
                            ? "Send a token: Authorization: Bearer TOKEN."
                            : "This token is malformed, unknown, expired or revoked.");
        };
    }

    /** Tomcat sends what Vaadin renders behind the back of the filter that would add the headers at the end. */
    private static final class EagerHeaders implements ObjectPostProcessor<HeaderWriterFilter> {

        @Override
        public <T extends HeaderWriterFilter> T postProcess(T filter) {
            filter.setShouldWriteHeadersEagerly(true);
            return filter;
        }
    }
}
