package broken.rest;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Excepted by name: it tells Spring MVC of the adapter's parts. */
@Configuration
@ComponentScan
class RestConfiguration implements WebMvcConfigurer {}
