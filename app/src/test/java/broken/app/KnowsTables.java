package broken.app;

import broken.persistence.jooq.Tables;

class KnowsTables {

    Class<?> tables() {
        return Tables.class;
    }
}
