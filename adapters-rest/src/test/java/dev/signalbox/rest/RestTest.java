package dev.signalbox.rest;

import dev.signalbox.domain.access.Actor;
import dev.signalbox.domain.testing.TestSignalbox;
import dev.signalbox.rest.testing.Api;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A fresh Signalbox behind a real server for every test, and a client for each role. */
@SpringBootTest(
        classes = TestApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "server.tomcat.relaxed-query-chars=[,]", "spring.main.banner-mode=off"
        })
abstract class RestTest {

    final TestSignalbox box = TestSignalbox.inMemory();

    @LocalServerPort
    int port;

    Api admin;
    Api support;
    Api user;
    Api runner;
    Api nobody;

    @BeforeEach
    void connect(@Autowired TestApplication application) {
        application.use(box);
        admin = as(box.admin());
        support = as(box.support());
        user = as(box.user());
        runner = as(box.runner());
        nobody = new Api(server(), "");
    }

    Api as(Actor actor) {
        return new Api(server(), box.token(actor));
    }

    String server() {
        return "http://127.0.0.1:" + port;
    }
}
