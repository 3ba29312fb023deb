package broken.rest.run;

import org.springframework.stereotype.Component;

@Component
class IsAComponent {}
