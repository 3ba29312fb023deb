package dev.signalbox.persistence.run;

import static dev.signalbox.persistence.jooq.Tables.ORGANIZATIONS;
import static dev.signalbox.persistence.jooq.Tables.RUNS;
import static dev.signalbox.persistence.jooq.Tables.WORKSPACES;
import static org.jooq.impl.DSL.and;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.or;
import static org.jooq.impl.DSL.select;

import dev.signalbox.domain.ExternalId;
import dev.signalbox.domain.Name;
import dev.signalbox.domain.Text;
import dev.signalbox.domain.TimeWindow;
import dev.signalbox.domain.run.RunFilter;
import dev.signalbox.domain.run.RunId;
import dev.signalbox.domain.run.RunSearch;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;

/**
 * A filter, its statuses aside, in the two halves that together find a run exactly once: {@link #workspaces} that are
 * meant and whose text has all the words, with all their runs; and of others the runs {@link #byId} whose IDs begin
 * with the words the text lacks.
 *
 * @param isEverywhere the runs of all workspaces are found
 * @param byId absent if no word can be the beginning of an ID
 * @param window of the runs that the halves find, only those: submitted in a time, or named one by one; absent for all
 */
record SearchCondition(
        boolean isEverywhere, Condition workspaces, Optional<Condition> byId, Optional<Condition> window) {

    private static final int ID_LENGTH = RunId.PREFIX.length() + ExternalId.RANDOM_LENGTH;

    static SearchCondition of(RunFilter filter) {
        List<String> words = filter.search().map(RunSearch::words).orElseGet(List::of);
        boolean everywhere = words.isEmpty()
                && filter.organization().isEmpty()
                && filter.workspace().isEmpty();
        Condition inText = and(words.stream().map(SearchCondition::isInText).toList());
        Condition places =
                isOfOrganization(filter.organization()).and(isNamed(WORKSPACES.FOLDED_NAME, filter.workspace()));
        return new SearchCondition(
                everywhere,
                places.and(inText),
                byId(words).map(byId -> byId.andNot(inText).and(places)),
                within(filter));
    }

    private static Optional<Condition> byId(List<String> words) {
        List<String> ids = words.stream().filter(SearchCondition::isIdPrefix).toList();
        if (ids.isEmpty()) {
            return Optional.empty();
        }
        // The first line lets the index on the IDs find the few runs that are then looked at.
        return Optional.of(or(ids.stream().map(SearchCondition::isIdOfRun).toList())
                .and(and(words.stream()
                        .map(word -> isInText(word).or(isIdPrefix(word) ? isIdOfRun(word) : falseCondition()))
                        .toList())));
    }

    private static Condition isOfOrganization(Optional<String> name) {
        return name.isEmpty()
                ? noCondition()
                : WORKSPACES.ORGANIZATION_ID.in(
                        select(ORGANIZATIONS.ID).from(ORGANIZATIONS).where(isNamed(ORGANIZATIONS.FOLDED_NAME, name)));
    }

    /** What can be no name is not even asked for, as PostgreSQL does not take every text. */
    private static Condition isNamed(Field<String> foldedName, Optional<String> wanted) {
        return wanted.map(name -> Name.matches(name) ? foldedName.eq(Text.folded(name)) : falseCondition())
                .orElseGet(DSL::noCondition);
    }

    private static Optional<Condition> within(RunFilter filter) {
        Optional<Condition> window = window(filter.window());
        Optional<Condition> only = filter.only().map(SearchCondition::isOneOf);
        return only.isEmpty() ? window : only.map(one -> one.and(window.orElseGet(DSL::noCondition)));
    }

    /** As one array, however many there are. */
    private static Condition isOneOf(Set<RunId> runs) {
        return RUNS.EXTERNAL_ID.eq(any(runs.stream().map(RunId::value).toArray(String[]::new)));
    }

    private static Optional<Condition> window(TimeWindow window) {
        return window.isUnbounded()
                ? Optional.empty()
                : Optional.of(and(
                        window.from()
                                .map(from -> RUNS.ORD.ge(RunOrd.lowest(from)))
                                .orElseGet(DSL::noCondition),
                        window.to().map(to -> RUNS.ORD.le(RunOrd.highest(to))).orElseGet(DSL::noCondition)));
    }

    /** The runs that are found, of the runs with their workspaces, where none has to be counted by its workspace. */
    Condition runs() {
        Condition inEither = byId.map(workspaces::or).orElse(workspaces);
        return window.map(inEither::and).orElse(inEither);
    }

    /** Both halves at once, for a walk over runs with their workspaces. */
    Condition anywhere() {
        return byId.map(workspaces::or).orElse(workspaces).and(window.orElseGet(DSL::noCondition));
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
