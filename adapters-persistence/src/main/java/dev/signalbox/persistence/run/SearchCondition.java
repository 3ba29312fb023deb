package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;

import dev.signalbox.domain.ExternalId;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunSearch;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;

/**
 * A search in the two halves that together find a run exactly once: {@link #workspaces} whose text has all the words,
 * with all their runs; and of other workspaces the runs {@link #byId} whose IDs begin with the words the text lacks.
 *
 * @param isAll there is no search: everything is found
 * @param byId absent if no word can be the beginning of an ID
 */
record SearchCondition(boolean isAll, Condition workspaces, Optional<Condition> byId) {

    private static final int ID_LENGTH = RunId.PREFIX.length() + ExternalId.RANDOM_LENGTH;

    /** Finds everything. */
    static final SearchCondition ALL = new SearchCondition(true, noCondition(), Optional.empty());

    static SearchCondition of(RunSearch search) {
        Condition inText =
                and(search.words().stream().map(SearchCondition::isInText).toList());
        List<String> ids =
                search.words().stream().filter(SearchCondition::isIdPrefix).toList();
        if (ids.isEmpty()) {
            return new SearchCondition(false, inText, Optional.empty());
        }
        // The first line lets the index on the IDs find the few runs that are then looked at.
        Condition byId = or(ids.stream().map(SearchCondition::isIdOfRun).toList())
                .and(and(search.words().stream()
                        .map(word -> isInText(word).or(isIdPrefix(word) ? isIdOfRun(word) : falseCondition()))
                        .toList()))
                .andNot(inText);
        return new SearchCondition(false, inText, Optional.of(byId));
    }

    private static Condition isInText(String word) {
        String literal =
                Text.folded(word).replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
        return WORKSPACES.SEARCH_TEXT.like("%" + literal + "%", '\\');
    }

    private static boolean isIdPrefix(String word) {
        return RunSearch.isIdPrefix(word)
                && word.length() <= ID_LENGTH
                && word.chars().skip(RunId.PREFIX.length()).allMatch(c -> ExternalId.ALPHABET.indexOf(c) >= 0);
    }

    /** As a range, which the index answers whatever the plan; no letter of an ID is the last of its character set. */
    private static Condition isIdOfRun(String prefix) {
        int last = prefix.length() - 1;
        String end = prefix.substring(0, last) + (char) (prefix.charAt(last) + 1);
        return RUNS.EXTERNAL_ID.ge(prefix).and(RUNS.EXTERNAL_ID.lt(end));
    }
}
