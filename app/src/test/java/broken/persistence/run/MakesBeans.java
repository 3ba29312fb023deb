package broken.persistence.run;

import org.springframework.context.annotation.Bean;

class MakesBeans {

    @Bean
    String bean() {
        return "bean";
    }
}
