package org.telescribe.teleop.ui.collect;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.teleop.episode.model.EpisodeMark;
import org.telescribe.teleop.episode.model.EpisodeOutcome;
import org.telescribe.teleop.episode.model.MarkKind;

/// Words for what the operator said of an episode.
final class ResultWords {
    private ResultWords() {}

    static String of(EpisodeOutcome outcome) {
        return switch (outcome) {
            case UNRATED -> "no result";
            case SUCCESS -> "success";
            case FAILURE -> "failure";
        };
    }

    /// {@return how many moments were marked, such as `3 steps, look here 1×`; empty for none}
    static String of(List<EpisodeMark> marks) {
        List<String> words = new ArrayList<>();
        for (MarkKind kind : MarkKind.values()) {
            long count = marks.stream().filter(mark -> mark.kind() == kind).count();
            if (count > 0) {
                words.add(
                        switch (kind) {
                            case STEP -> count == 1 ? "1 step mark" : count + " step marks";
                            case LOOK -> count == 1 ? "1 look here" : count + " look here";
                        });
            }
        }
        return String.join(", ", words);
    }
}
