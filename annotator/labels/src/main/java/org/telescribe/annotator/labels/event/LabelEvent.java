package org.telescribe.annotator.labels.event;

import org.telescribe.annotator.labels.model.ItemId;
import org.telescribe.annotator.labels.model.TaskId;

/// One thing that one person said once.
///
/// @param serial its place among all events of the store, growing; gaps mean nothing
/// @param id its name for ever
/// @param task the episode
/// @param reading number of the reading that it belongs to, from 1
/// @param item what it is about
/// @param author who said it
/// @param stamp when
/// @param viewing what was before the author's eyes
/// @param schemaVersion version of the events' format
/// @param action what was said
public record LabelEvent(
        long serial,
        EventId id,
        TaskId task,
        int reading,
        ItemId item,
        String author,
        EventStamp stamp,
        Viewing viewing,
        int schemaVersion,
        LabelAction action) {
    /// Version of the events' format that this program writes.
    public static final int SCHEMA_VERSION = 1;

    /// {@return whether it says something about the episode, and not about another event}
    public boolean isStatement() {
        return !(action instanceof LabelAction.Undone) && !(action instanceof LabelAction.Redone);
    }

    /// {@return whether it says something about a thing}
    ///
    /// @param thing the thing
    public boolean touches(ItemId thing) {
        if (action instanceof LabelAction.EdgesMoved moved) {
            return moved.steps().stream().anyMatch(step -> step.step().equals(thing));
        }
        return item.equals(thing);
    }
}
