package org.telescribe.annotator.labels.store;

/// Something to do with a store on its thread.
///
/// @param <T> what it gives
@FunctionalInterface
public interface StoreWork<T> {
    /// Does it.
    ///
    /// @param store the store
    /// @return what it gives
    T run(LabelStore store);
}
