package org.telescribe.policyruntime.rollouts.study;

/// A study's file that cannot be read or written; the message is for people.
public final class StudyUnreadable extends Exception {
    private static final long serialVersionUID = 1;

    /// @param sentence file, place, reason and next step
    /// @param cause why
    StudyUnreadable(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// @param sentence file, place, reason and next step
    StudyUnreadable(String sentence) {
        super(sentence);
    }
}
