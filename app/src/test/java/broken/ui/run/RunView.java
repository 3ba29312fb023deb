package broken.ui.run;

import broken.domain.port.in.RunQueries;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.Route;

@Route("runs")
class RunView extends Div {

    RunView(RunQueries queries) {
        setText(queries.show("run").run().id());
    }
}
