package broken.ui.run;

import broken.rest.jsonapi.Document;

record SpeaksJsonApi(Document document) {}
