package org.telescribe.annotator.labels.state;

import org.telescribe.annotator.labels.event.Correction;
import org.telescribe.annotator.labels.event.UnsureReason;

/// Where the judgement of one thing stands.
public sealed interface Verdict {
    /// Not judged yet.
    record Open() implements Verdict {}

    /// True as it stands.
    record Accepted() implements Verdict {}

    /// True with another text.
    record Edited() implements Verdict {}

    /// False, and this is right.
    ///
    /// @param correction what is right
    record Corrected(Correction correction) implements Verdict {}

    /// False.
    record Rejected() implements Verdict {}

    /// Looked at and left.
    ///
    /// @param reason why
    record Unsure(UnsureReason reason) implements Verdict {}

    /// A question's answer.
    ///
    /// @param answer the answer
    record Answered(String answer) implements Verdict {}
}
