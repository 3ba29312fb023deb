package dev.signalbox.ui.kit;

import dev.signalbox.domain.refusal.Refusal;

/** What the portal tells a person whom Signalbox refuses something: one sentence for every reason there is. */
public final class RefusalText {

    private RefusalText() {}

    /** The sentence for the refusal. */
    public static String of(Refusal refusal) {
        return switch (refusal) {
            case Refusal.NotFound(var subject) ->
                "The " + subject.word() + " does not exist, or you may not do that with it.";
            case Refusal.AlreadyFinal(var run, var status) ->
                "Run " + run + " has ended already: it is " + words(status) + ". Nothing was changed.";
            case Refusal.MoveNotAllowed(var run, var status, var action) ->
                "Run " + run + " is " + words(status) + ", which does not allow " + actionWords(action)
                        + ". Nothing was changed.";
            case Refusal.NotItsTurn(var run, var waitsFor) -> "Run " + run + " has to wait: " + waitsFor + ".";
            case Refusal.ReportOutOfOrder outOfOrder -> outOfOrder.detail();
            case Refusal.ReportConflict conflict -> conflict.detail();
            case Refusal.LogGap gap -> gap.detail();
            case Refusal.LogFull full -> full.detail();
            case Refusal.HeldByAnotherRunner(var run) -> "Run " + run + " is held by another runner.";
            case Refusal.NothingHeld(var workspace) ->
                "Nothing is held in workspace " + workspace + " any more. Nothing was changed.";
            case Refusal.LastSiteAdmin last -> last.detail();
            case Refusal.OwnAccount own -> own.detail();
            case Refusal.WorkspaceLocked locked -> locked.detail();
            case Refusal.WorkspaceNotLocked(var workspace) ->
                "Workspace " + workspace + " is not locked any more. Nothing was changed.";
            case Refusal.WorkspaceInUse(var workspace, var because) ->
                "Workspace " + workspace + " is in use: " + words(because) + ". Nothing was changed.";
            case Refusal.BulkEndHalted halted -> halted.detail();
            case Refusal.CountDiffers differs -> differs.detail() + " Nothing was changed.";
            case Refusal.TooManyRuns tooMany -> tooMany.detail();
            case Refusal.NameTaken taken -> taken.detail();
            case Refusal.KeyTaken taken -> taken.detail();
            case Refusal.InvalidAttribute(var attribute, var problem) ->
                sentence(attributeWords(attribute) + " " + problem);
            case Refusal.InvalidParameter(var parameter, var problem) ->
                sentence(parameterWords(parameter) + " " + problem);
        };
    }

    private static String actionWords(String action) {
        return switch (action) {
            case "override-policy" -> "overriding its policies";
            default -> action.replace('-', ' ');
        };
    }

    private static String attributeWords(String attribute) {
        return switch (attribute) {
            case "comment" -> "reason";
            default -> attribute.replace('-', ' ');
        };
    }

    private static String parameterWords(String parameter) {
        return switch (parameter) {
            case "q" -> "the search";
            case "page", "page[number]" -> "the page number";
            case "status", "filter[status]" -> "the status";
            default -> parameter;
        };
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private static String words(String status) {
        return status.replace('_', ' ');
    }
}
