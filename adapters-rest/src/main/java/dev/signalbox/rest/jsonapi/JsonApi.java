package dev.signalbox.rest.jsonapi;

/** The names that JSON:API fixes. */
public final class JsonApi {

    /** The media type of every document, to be sent without parameters. */
    public static final String MEDIA_TYPE = "application/vnd.api+json";

    private JsonApi() {}
}
