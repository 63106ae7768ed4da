package org.telescribe.policyruntime.inference.bundle;

import java.util.List;
import java.util.stream.Collectors;

/// The manifest cannot be read as one. Nothing was loaded and nothing moves.
public final class ManifestRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<ManifestProblem> problems;

    ManifestRefusedException(List<ManifestProblem> problems) {
        super(problems.stream().map(ManifestProblem::sentence).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /// {@return everything that is wrong, in the file's order; at least one}
    public List<ManifestProblem> problems() {
        return problems;
    }
}
