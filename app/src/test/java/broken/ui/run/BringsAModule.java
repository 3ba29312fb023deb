package broken.ui.run;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;

@JsModule("./module.js")
class BringsAModule extends Div {}
