package dev.signalbox.ui.kit;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.RouterLink;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.LongStream;

/**
 * Links to the first, previous, next and last page of a view and to those around the present one.
 *
 * <p>The links are the same elements all the time, so that a focus on one of them outlives a change of page.
 */
public final class Paging extends Nav {

    /** How many pages on either side of the present one have a link of their own. */
    private static final int REACH = 2;

    private final RouterLink first;
    private final RouterLink previous;
    private final List<RouterLink> numbers;
    private final RouterLink next;
    private final RouterLink last;

    /** Links to pages of the view; nothing is shown before the first {@link #show}. */
    public Paging(Class<? extends Component> view) {
        addClassName("paging");
        setAriaLabel("Pages");
        first = link(view, "« First", "First page");
        previous = link(view, "‹ Previous", "Previous page");
        next = link(view, "Next ›", "Next page");
        last = link(view, "Last »", "Last page");
        numbers = LongStream.rangeClosed(0, 2 * REACH)
                .mapToObj(slot -> link(view, "", ""))
                .toList();
        UnorderedList list = new UnorderedList(new ListItem(first), new ListItem(previous));
        numbers.forEach(number -> list.add(new ListItem(number)));
        list.add(new ListItem(next), new ListItem(last));
        add(list);
        setVisible(false);
    }

    /**
     * Leads to the pages around the given one.
     *
     * @param number the present page, which may lie behind the last
     * @param query the view's query for a page
     */
    public void show(long number, long totalPages, LongFunction<QueryParameters> query) {
        setVisible(totalPages > 1 || number > 1);
        aim(first, 1, number > 1, query);
        aim(previous, Math.min(number - 1, totalPages), number > 1, query);
        long start = Math.max(1, Math.min(number - REACH, totalPages - 2L * REACH));
        for (int slot = 0; slot < numbers.size(); slot++) {
            long page = start + slot;
            RouterLink link = numbers.get(slot);
            aim(link, page, page <= totalPages, query);
            link.setText(Long.toString(page));
            link.getElement().setAttribute("aria-label", "Page " + page);
            present(link, page == number);
        }
        aim(next, number + 1, number < totalPages, query);
        aim(last, totalPages, number < totalPages, query);
    }

    private static RouterLink link(Class<? extends Component> view, String text, String label) {
        RouterLink link = new RouterLink(text, view);
        link.getElement().setAttribute("aria-label", label);
        return link;
    }

    private static void aim(RouterLink link, long page, boolean exists, LongFunction<QueryParameters> query) {
        link.getParent().ifPresent(item -> item.setVisible(exists));
        if (exists) {
            link.setQueryParameters(query.apply(page));
        }
    }

    private static void present(RouterLink link, boolean isPresent) {
        if (isPresent) {
            link.getElement().setAttribute("aria-current", "page");
        } else {
            link.getElement().removeAttribute("aria-current");
        }
    }
}
