package broken.ui.run;

import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;

@JavaScript("context://js/one.js")
@JavaScript("./two.js")
class BringsScripts extends Div {}
