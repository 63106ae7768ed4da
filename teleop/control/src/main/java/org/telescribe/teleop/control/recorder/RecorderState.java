package org.telescribe.teleop.control.recorder;

/// State of the recorder.
public enum RecorderState {
    /// Encoders are being opened.
    PREPARING,
    /// An episode may begin.
    READY,
    /// Begins with the next tick.
    STARTING,
    /// Rows and pictures go to the journal.
    RECORDING,
    /// The last pictures are encoded.
    ENDING,
    /// The episode is safe in its journal and waits for a verdict.
    VERDICT,
    /// The episode is being committed.
    SAVING,
    /// The disk or an encoder refused; nothing more is recorded until the dataset is opened again.
    FAILED
}
