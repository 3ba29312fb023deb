package broken.ui.run;

import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.html.Div;

@JsModule("./one.js")
@JsModule("./two.js")
class BringsTwoModules extends Div {}
