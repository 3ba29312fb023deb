package broken.app;

import org.jooq.DSLContext;

record AsksTheDatabase(DSLContext database) {}
