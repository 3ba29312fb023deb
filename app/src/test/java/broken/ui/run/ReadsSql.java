package broken.ui.run;

import java.sql.Connection;

record ReadsSql(Connection connection) {}
