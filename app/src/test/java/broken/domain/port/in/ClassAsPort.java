package broken.domain.port.in;

public final class ClassAsPort {}
