package broken.ui.run;

import broken.domain.port.in.RunQueries;
import com.vaadin.flow.component.html.Div;
import org.springframework.beans.factory.annotation.Autowired;

class HasAFieldInjected extends Div {

    @Autowired
    RunQueries queries;
}
