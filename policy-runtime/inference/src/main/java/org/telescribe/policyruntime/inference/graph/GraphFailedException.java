package org.telescribe.policyruntime.inference.graph;

/// A graph could not be loaded or computed. Whoever drives an arm with it holds the arm.
public final class GraphFailedException extends Exception {
    private static final long serialVersionUID = 1;

    GraphFailedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    GraphFailedException(String sentence) {
        super(sentence);
    }
}
