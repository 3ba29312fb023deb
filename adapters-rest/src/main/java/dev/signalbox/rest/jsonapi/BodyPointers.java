package dev.signalbox.rest.jsonapi;

import jakarta.servlet.http.HttpServletRequest;

/** Where an attribute stands in the body of a request. */
public enum BodyPointers {
    /** A JSON:API document with one resource object. */
    RESOURCE("/data/attributes/"),
    /** An object whose members are the attributes. */
    PLAIN("/");

    private static final String ATTRIBUTE = BodyPointers.class.getName();

    private final String base;

    BodyPointers(String base) {
        this.base = base;
    }

    /** How the request's body was read; plain if it was not. */
    public static BodyPointers of(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) instanceof BodyPointers known ? known : PLAIN;
    }

    /** Remembers how the request's body is read. */
    void remember(HttpServletRequest request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The pointer to all of the attributes. */
    ErrorSource.Pointer toAll() {
        return new ErrorSource.Pointer(base.substring(0, base.length() - 1));
    }

    /** The pointer to the attribute of exactly that name, with whatever dots. */
    ErrorSource.Pointer toMember(String name) {
        return new ErrorSource.Pointer(base + escaped(name));
    }

    /** The pointer to an attribute; in its name a dot leads to a member of it, as in {@code vcs-repo.identifier}. */
    public ErrorSource.Pointer to(String attribute) {
        return new ErrorSource.Pointer(base + escaped(attribute).replace('.', '/'));
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
