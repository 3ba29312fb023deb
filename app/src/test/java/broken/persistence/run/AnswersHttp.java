package broken.persistence.run;

import broken.rest.jsonapi.Document;

record AnswersHttp(Document document) {}
