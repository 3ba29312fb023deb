package broken.ui.run;

import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;

@StyleSheet("styles.css")
@JavaScript("context://js/one.js")
@JavaScript("https://example.com/two.js")
class BringsServedFiles extends Div {}
