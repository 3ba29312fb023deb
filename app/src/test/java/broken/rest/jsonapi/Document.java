package broken.rest.jsonapi;

public record Document(Object data) {}
