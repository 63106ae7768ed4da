package org.telescribe.policyruntime.inference.check;

import java.util.List;

/// What a check found.
public sealed interface BundleVerdict {
    /// {@return all checks that could be made, those that did not pass first}
    List<CheckItem> items();

    /// The bundle may drive this station.
    ///
    /// @param bundle what a session is opened with
    /// @param items all checks
    record Passed(CheckedBundle bundle, List<CheckItem> items) implements BundleVerdict {
        /// Copies.
        public Passed {
            items = List.copyOf(items);
        }
    }

    /// The bundle may not drive this station. Nothing was armed.
    ///
    /// @param items all checks that could be made, those that did not pass first
    record Refused(List<CheckItem> items) implements BundleVerdict {
        /// Copies.
        public Refused {
            items = List.copyOf(items);
        }
    }
}
