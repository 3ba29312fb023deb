package broken.app;

import org.springframework.web.bind.annotation.RestController;

@RestController
class AnswersRequests {}
