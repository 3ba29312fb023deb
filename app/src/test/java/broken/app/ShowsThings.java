package broken.app;

import com.vaadin.flow.component.html.Div;

class ShowsThings extends Div {}
