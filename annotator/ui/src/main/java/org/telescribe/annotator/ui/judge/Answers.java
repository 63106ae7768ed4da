package org.telescribe.annotator.ui.judge;

import java.util.Optional;
import java.util.function.Function;
import org.telescribe.annotator.labels.event.Viewing;
import org.telescribe.annotator.labels.store.LabelSession;
import org.telescribe.annotator.labels.store.Saved;

/// Takes answers to the disk. Screen's thread; does not wait.
public interface Answers {
    /// Saves an answer. When it is on the disk, [Judging#saved] is called on the screen's thread.
    ///
    /// @param work says it
    void save(Function<LabelSession, Optional<Saved>> work);

    /// {@return what is before the author's eyes}
    ///
    /// @param spentMillis how long the author looked, milliseconds
    Viewing viewing(long spentMillis);
}
