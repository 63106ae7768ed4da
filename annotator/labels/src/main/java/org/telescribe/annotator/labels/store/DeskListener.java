package org.telescribe.annotator.labels.store;

/// What a desk tells its screen. Called on the desk's thread.
public interface DeskListener {
    /// An answer could not be saved. It is kept in memory and tried again every second; what was asked
    /// after it waits.
    ///
    /// @param reason for people: what happened, what is safe, what to do
    void notSaved(String reason);

    /// The answer that could not be saved is saved now.
    void savedAgain();

    /// Another call or another process has changed something.
    ///
    /// @param changeCounter as in [LabelStore#changeCounter]
    void changed(long changeCounter);
}
