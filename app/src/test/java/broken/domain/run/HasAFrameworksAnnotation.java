package broken.domain.run;

import org.jspecify.annotations.NullMarked;

@NullMarked
record HasAFrameworksAnnotation(String id) {}
