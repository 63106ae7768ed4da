package org.telescribe.annotator.labels.model;

import java.util.List;

/// What a slot may hold.
public sealed interface SlotValues {
    /// {@return values to choose from, most usual first; may be empty}
    List<String> offered();

    /// One of a list and nothing else.
    ///
    /// @param offered the list
    record Closed(List<String> offered) implements SlotValues {
        /// Copies.
        public Closed {
            offered = List.copyOf(offered);
        }
    }

    /// Usually one of a list; any other text is right too.
    ///
    /// @param offered the list
    record Suggested(List<String> offered) implements SlotValues {
        /// Copies.
        public Suggested {
            offered = List.copyOf(offered);
        }
    }

    /// Any text.
    record Open() implements SlotValues {
        @Override
        public List<String> offered() {
            return List.of();
        }
    }
}
