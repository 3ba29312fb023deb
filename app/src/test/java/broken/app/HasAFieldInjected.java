package broken.app;

import org.springframework.beans.factory.annotation.Value;

class HasAFieldInjected {

    @Value("${server.port}")
    int port;
}
