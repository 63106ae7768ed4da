package org.telescribe.annotator.labels.model;

/// Names one thing to judge within its task, the same after every import of the same draft: `step:2`,
/// `fact:active_actor_1`, `question:q7`, `none:body_motion`, `added:UUID`; `task` stands for the whole.
///
/// @param value kind, colon, name
public record ItemId(String value) {
    /// The task as a whole.
    public static final ItemId TASK = new ItemId("task");

    private static final String STEP = "step:";
    private static final String FACT = "fact:";
    private static final String ADDED = "added:";
    private static final String QUESTION = "question:";
    private static final String NONE = "none:";

    /// Checks.
    public ItemId {
        boolean known = value.equals("task")
                || value.startsWith(STEP)
                || value.startsWith(FACT)
                || value.startsWith(ADDED)
                || value.startsWith(QUESTION)
                || value.startsWith(NONE);
        if (!known) {
            throw new IllegalArgumentException("%s names no kind of thing to judge".formatted(value));
        }
    }

    /// {@return the name of a step}
    ///
    /// @param number its number, from 1
    public static ItemId step(int number) {
        return new ItemId(STEP + number);
    }

    /// {@return the name of a fact of the draft}
    ///
    /// @param factId its identifier in the file
    public static ItemId fact(String factId) {
        return new ItemId(FACT + factId);
    }

    /// {@return the name of a fact that a person added}
    ///
    /// @param unique what no other added fact has
    public static ItemId added(String unique) {
        return new ItemId(ADDED + unique);
    }

    /// {@return the name of a question}
    ///
    /// @param questionId its identifier in the file
    public static ItemId question(String questionId) {
        return new ItemId(QUESTION + questionId);
    }

    /// {@return the name of the claim that a dimension has no facts}
    ///
    /// @param dimension the dimension
    public static ItemId none(Dimension dimension) {
        return new ItemId(NONE + dimension.key());
    }

    /// {@return whether a person added the fact}
    public boolean isAdded() {
        return value.startsWith(ADDED);
    }

    /// {@return the name without its kind}
    public String name() {
        return value.substring(value.indexOf(':') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
