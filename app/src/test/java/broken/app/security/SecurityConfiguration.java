package broken.app.security;

import com.vaadin.flow.spring.security.VaadinSecurityConfigurer;

class SecurityConfiguration {

    VaadinSecurityConfigurer hook() {
        return VaadinSecurityConfigurer.vaadin();
    }
}
