package broken.domain.run;

class IsOpenToSubclasses {}
