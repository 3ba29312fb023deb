package dev.signalbox.app.client;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads the value of a filter. To the server a blank one is none, so that an unset variable would find everything. */
final class Given implements ITypeConverter<String> {

    @Override
    public String convert(String text) {
        if (text.codePoints().allMatch(point -> Character.isWhitespace(point) || Character.isSpaceChar(point))) {
            throw blank();
        }
        return text;
    }

    static TypeConversionException blank() {
        return new TypeConversionException("it is blank, which would restrict nothing; leave it out if that is meant");
    }
}
