package dev.signalbox.ui.testing;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;
import dev.signalbox.domain.access.Role;
import dev.signalbox.ui.access.LoginView;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;

/** Signs in whoever names a role, such as {@code site-admin}, with the password {@code password}. */
@Configuration(proxyBeanMethods = false)
class PortalSecurity {

    @Bean
    SecurityFilterChain portal(HttpSecurity http) throws Exception {
        http.authenticationProvider(new Everyone());
        return http.with(
                        VaadinSecurityConfigurer.vaadin(),
                        vaadin -> vaadin.loginView(LoginView.class).anyRequest(url -> url.authenticated()))
                .build();
    }

    private static final class Everyone implements AuthenticationProvider {

        @Override
        public Authentication authenticate(Authentication asked) {
            return Role.ofWireName(asked.getName())
                    .filter(role -> "password".equals(asked.getCredentials()))
                    .map(SignedInPerson::of)
                    .orElseThrow(() -> new BadCredentialsException("no"));
        }

        @Override
        public boolean supports(Class<?> type) {
            return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
        }
    }
}
