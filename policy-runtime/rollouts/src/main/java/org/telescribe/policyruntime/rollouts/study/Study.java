package org.telescribe.policyruntime.rollouts.study;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.telescribe.policyruntime.rollouts.statistics.BinomialInterval;
import org.telescribe.policyruntime.rollouts.statistics.PairedCount;
import org.telescribe.policyruntime.rollouts.statistics.RateText;
import org.telescribe.policyruntime.rollouts.statistics.ShareDifference;
import org.telescribe.policyruntime.rollouts.statistics.SuccessCount;

/// A study as its events leave it.
///
/// @param plan what was planned
/// @param trials what happened, in the order of running
/// @param verdicts what a person says, by place of the trial
/// @param unblinded whether the policies' names were looked at
public record Study(StudyPlan plan, List<Trial> trials, Map<Integer, Verdict> verdicts, boolean unblinded) {
    /// Copies.
    public Study {
        trials = List.copyOf(trials);
        verdicts = Map.copyOf(verdicts);
    }

    /// Whose word on a rollout counts.
    public enum Judge {
        /// The rule of the task; it has one on every rollout.
        RULE,
        /// A person; rollouts that nobody judged are not counted.
        PERSON
    }

    /// A line of a table.
    ///
    /// @param factor name of the factor; empty for all rollouts
    /// @param value its value
    /// @param counts for each policy of the plan how often the task was done
    public record Line(String factor, String value, List<SuccessCount> counts) {
        /// Copies.
        public Line {
            counts = List.copyOf(counts);
        }
    }

    /// What may be said of two policies.
    ///
    /// @param sentence for people
    /// @param isMade whether they can be compared at all
    public record Comparison(String sentence, boolean isMade) {}

    static Study of(List<StudyEvent> events) {
        StudyPlan plan = null;
        List<Trial> trials = new ArrayList<>();
        Map<Integer, Verdict> verdicts = new LinkedHashMap<>();
        boolean unblinded = false;
        for (StudyEvent event : events) {
            switch (event) {
                case StudyEvent.Planned planned -> plan = plan == null ? planned.plan() : plan;
                case StudyEvent.Ran ran -> trials.add(ran.trial());
                case StudyEvent.Judged judged -> verdicts.put(judged.verdict().trial(), judged.verdict());
                case StudyEvent.TakenBack taken -> verdicts.remove(taken.trial());
                case StudyEvent.Unblinded _ -> unblinded = true;
            }
        }
        if (plan == null) {
            throw new IllegalArgumentException("a study without a plan");
        }
        return new Study(plan, trials, verdicts, unblinded);
    }

    /// {@return the study after one more event}
    ///
    /// @param event what happened
    public Study with(StudyEvent event) {
        List<StudyEvent> events = new ArrayList<>();
        events.add(new StudyEvent.Planned(plan));
        trials.forEach(trial -> events.add(new StudyEvent.Ran(trial)));
        verdicts.values().forEach(verdict -> events.add(new StudyEvent.Judged(verdict)));
        if (unblinded) {
            events.add(new StudyEvent.Unblinded());
        }
        events.add(event);
        return of(events);
    }

    /// {@return whether every rollout of the plan has ended}
    public boolean isComplete() {
        return trials.size() >= plan.rollouts();
    }

    /// {@return whether a person has judged every rollout of the plan}
    public boolean isJudged() {
        return isComplete() && verdicts.size() == trials.size();
    }

    /// {@return whether names may be shown: after everything was judged, or once somebody looked}
    public boolean namesShown() {
        return unblinded || isJudged();
    }

    /// {@return whose word differences are made of: the person's once everything was judged, until
    /// then the rule's}
    public Judge deciding() {
        return isJudged() ? Judge.PERSON : Judge.RULE;
    }

    /// {@return how often it was done, policy by policy: all, then factor by factor}
    ///
    /// @param judge whose word counts
    public List<Line> lines(Judge judge) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("", "all", counts("", "", judge)));
        Map<String, TreeSet<String>> values = new TreeMap<>();
        trials.forEach(trial -> trial.factors()
                .forEach((factor, value) ->
                        values.computeIfAbsent(factor, name -> new TreeSet<>()).add(value)));
        values.forEach((factor, all) ->
                all.forEach(value -> lines.add(new Line(factor, value, counts(factor, value, judge)))));
        return lines;
    }

    private List<SuccessCount> counts(String factor, String value, Judge judge) {
        List<SuccessCount> counts = new ArrayList<>();
        for (int policy = 0; policy < plan.policies().size(); policy++) {
            int successes = 0;
            int all = 0;
            for (int place = 0; place < trials.size(); place++) {
                Trial trial = trials.get(place);
                boolean belongs = trial.policy() == policy
                        && (factor.isEmpty() || value.equals(trial.factors().get(factor)));
                Optional<Boolean> done = belongs ? done(place, judge) : Optional.empty();
                all += done.isPresent() ? 1 : 0;
                successes += done.orElse(false) ? 1 : 0;
            }
            counts.add(new SuccessCount(successes, all));
        }
        return counts;
    }

    private Optional<Boolean> done(int place, Judge judge) {
        return switch (judge) {
            case RULE -> Optional.of(trials.get(place).success());
            case PERSON -> Optional.ofNullable(verdicts.get(place)).map(Verdict::success);
        };
    }

    /// {@return why two policies are not ranked, a sentence; empty when they may be}
    ///
    /// @param first place of one in the plan
    /// @param second place of the other
    public Optional<String> notComparable(int first, int second) {
        PolicyKey one = plan.policies().get(first);
        PolicyKey two = plan.policies().get(second);
        if (!one.setUp().equals(two.setUp())) {
            return Optional.of("Not comparable: %s against %s.".formatted(one.setUp(), two.setUp()));
        }
        return one.provider().equals(two.provider())
                ? Optional.empty()
                : Optional.of("Not comparable: %s %s".formatted(one.provider(), two.provider()));
    }

    /// {@return the difference of two policies over the starts that both have run, by the [#deciding]
    /// judge}
    ///
    /// @param first place of one in the plan
    /// @param second place of the other
    public ShareDifference difference(int first, int second) {
        Map<Long, Boolean> ones = outcomes(first);
        Map<Long, Boolean> twos = outcomes(second);
        int[] counts = new int[4];
        ones.forEach((seed, one) -> {
            Boolean two = twos.get(seed);
            if (two != null) {
                counts[(one ? 0 : 2) + (two ? 0 : 1)]++;
            }
        });
        return ShareDifference.paired(
                new PairedCount(counts[0], counts[1], counts[2], counts[3]), BinomialInterval.USUAL_CONFIDENCE);
    }

    /// {@return what may be said of each pair of policies, by the [#deciding] judge}
    public List<Comparison> comparisons() {
        List<Comparison> comparisons = new ArrayList<>();
        int policies = plan.policies().size();
        for (int first = 0; first < policies; first++) {
            for (int second = first + 1; second < policies; second++) {
                comparisons.add(comparison(first, second));
            }
        }
        return comparisons;
    }

    private Comparison comparison(int first, int second) {
        return notComparable(first, second)
                .map(reason -> new Comparison(reason, false))
                .orElseGet(() -> new Comparison(
                        RateText.sentence(difference(first, second), plan.name(first), plan.name(second)), true));
    }

    private Map<Long, Boolean> outcomes(int policy) {
        Map<Long, Boolean> outcomes = new LinkedHashMap<>();
        for (int place = 0; place < trials.size(); place++) {
            if (trials.get(place).policy() == policy) {
                long seed = trials.get(place).seed();
                done(place, deciding()).ifPresent(done -> outcomes.put(seed, done));
            }
        }
        return outcomes;
    }
}
