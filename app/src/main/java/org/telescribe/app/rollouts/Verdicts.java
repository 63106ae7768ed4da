package org.telescribe.app.rollouts;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.telescribe.policyruntime.rollouts.study.Study;
import org.telescribe.policyruntime.rollouts.study.StudyEvent;
import org.telescribe.policyruntime.rollouts.study.Verdict;

/// What a person said of an open study's rollouts since it was opened, newest last, so that it can
/// be taken back step by step. JavaFX thread.
final class Verdicts {
    private final Deque<Said> said = new ArrayDeque<>();

    /// A verdict, and what stood before it.
    private record Said(int place, Optional<Verdict> before) {}

    /// Says that a rollout was done or not.
    ///
    /// @param study the study as it stands
    /// @param verdict what is said
    /// @return what to write down
    StudyEvent judge(Study study, Verdict verdict) {
        Verdict before = study.verdicts().get(verdict.trial());
        said.push(new Said(verdict.trial(), Optional.ofNullable(before)));
        return new StudyEvent.Judged(verdict);
    }

    /// {@return what to write down to take the last verdict back; empty when nothing was said}
    Optional<StudyEvent> undo() {
        Said last = said.poll();
        if (last == null) {
            return Optional.empty();
        }
        return Optional.of(
                last.before().isPresent()
                        ? new StudyEvent.Judged(last.before().get())
                        : new StudyEvent.TakenBack(last.place()));
    }
}
