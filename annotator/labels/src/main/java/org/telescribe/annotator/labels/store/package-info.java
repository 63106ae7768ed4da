/// The store of drafts and events: one SQLite file that several processes may have open
/// (docs/formats/labels-v1.md). Calls may wait for the disk; `LabelDesk` makes them on the thread
/// `labels`. Depends on `model`, `event`, `state` and `json`.
@NullMarked
package org.telescribe.annotator.labels.store;

import org.jspecify.annotations.NullMarked;
