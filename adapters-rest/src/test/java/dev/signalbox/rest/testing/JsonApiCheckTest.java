package dev.signalbox.rest.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonApiCheckTest {

    @Test
    void passesALinkedDocument() {
        assertThatCode(() -> check(200, """
                {"data":[{"id":"1","type":"a","relationships":{"b":{"data":{"id":"2","type":"b"}}}}],
                 "included":[{"id":"2","type":"b","relationships":{"c":{"data":{"id":"3","type":"c"}}}},
                             {"id":"3","type":"c","attributes":{"is-x":true}}],
                 "links":{"self":"http://h/?page%5Bsize%5D=1","next":null}}""")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200 | []                                                                  | a document is an object
            200 | {}                                                                  | has data, errors or meta
            200 | {"data":null,"errors":[]}                                           | exclude each other
            200 | {"meta":{},"included":[]}                                           | included needs data
            200 | {"data":null,"other":1}                                             | no member other
            200 | {"data":{"id":1,"type":"a"}}                                        | type and id are strings
            200 | {"data":{"id":"1","type":"a","name":"x"}}                           | no member name
            200 | {"data":{"id":"1","type":"a","attributes":{"a b":1}}}               | no member name: a b
            200 | {"data":{"id":"1","type":"a","attributes":{"x":{"-y":1}}}}          | no member name: -y
            200 | {"data":{"id":"1","type":"a","attributes":{"id":"1"}}}              | named id or type
            200 | {"data":{"id":"1","type":"a","relationships":{"b":{}}}}             | has data, links or meta
            200 | {"data":[{"id":"1","type":"a"},{"id":"1","type":"a"}]}              | twice: a 1
            200 | {"data":[],"included":[{"id":"2","type":"b"}]}                      | not linked: [b 2]
            200 | {"data":null,"links":{"self":1}}                                    | a link is null or a string
            200 | {"data":null,"links":{"up":"/x"}}                                   | no member up
            404 | {"data":null}                                                       | a status from 400 on
            200 | {"errors":[{}]}                                                     | a status from 400 on
            404 | {"errors":[]}                                                       | at least one
            404 | {"errors":[{"status":404,"code":"a","title":"b","detail":"c"}]}     | status is a string
            409 | {"errors":[{"status":"404","code":"a","title":"b","detail":"c"}]}   | the status is the answer's
            404 | {"errors":[{"status":"404","code":"a","title":"b","detail":"c"}]}   | names its request
            """)
    void failsABrokenDocument(int status, String document, String rule) {
        assertThatThrownBy(() -> check(status, document)).hasMessageContaining(rule);
    }

    @Test
    void failsACharset() {
        assertThatThrownBy(() -> JsonApiCheck.check(
                        200,
                        "application/vnd.api+json;charset=UTF-8",
                        "{\"meta\":{}}".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("media type");
    }

    private static void check(int status, String document) {
        JsonApiCheck.check(status, "application/vnd.api+json", document.getBytes(StandardCharsets.UTF_8));
    }
}
