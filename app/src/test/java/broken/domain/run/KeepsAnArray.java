package broken.domain.run;

record KeepsAnArray(byte[] bytes) {}
