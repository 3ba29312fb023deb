package broken.domain.page;

import java.util.List;

record SharesItsList(List<String> items) {}
