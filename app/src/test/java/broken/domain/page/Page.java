package broken.domain.page;

import java.util.List;

public record Page(List<String> items) {
    public Page {
        items = List.copyOf(items);
    }
}
