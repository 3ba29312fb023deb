package broken.app;

import broken.domain.port.in.RunQueries;
import broken.domain.port.out.Runs;
import broken.domain.service.RunQueriesService;
import broken.persistence.Persistence;
import java.sql.Connection;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration
class Application {

    @Bean
    RunQueries queries(Runs runs) {
        return new RunQueriesService(runs, InstantSource.system());
    }

    @Bean
    Runs runs(Connection database) {
        return Persistence.runsOf(database);
    }
}
