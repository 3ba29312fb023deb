package broken.ui.run;

import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Div;

@JavaScript("./script.js")
class BringsAScriptToBundle extends Div {}
