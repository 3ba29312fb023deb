package broken.domain.run;

public record Run(String id) {}
