package org.telescribe.annotator.labels.model;

/// Where a draft came from.
public enum SourceFormat {
    /// A line of an annotation file of FineVLA's tool.
    FINEVLA_JSONL,
    /// A sample of FineVLA's project page.
    FINEVLA_RECAP,
    /// An entry of RoboFine-Bench's `EvalSets.json`.
    EVAL_SETS,
    /// An entry of RoboFine-Bench's `QAEvalSets.json`.
    QA_EVAL_SETS,
    /// A line of RoboFine-Bench's `GT_AtomicFacts.jsonl`.
    GT_ATOMIC_FACTS,
    /// What a script wrote about the bench.
    BENCH_SCRIPT
}
