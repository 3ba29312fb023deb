package broken.ui.run;

import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.theme.Theme;

@SuppressWarnings("deprecation")
@Theme("own")
class BringsATheme implements AppShellConfigurator {}
