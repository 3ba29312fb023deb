package dev.signalbox.ui.testing;

import com.vaadin.flow.spring.annotation.EnableVaadin;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The portal without the application around it. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@EnableVaadin("dev.signalbox.ui")
@Import({PortalPorts.class, PortalSecurity.class})
public class PortalApplication {}
