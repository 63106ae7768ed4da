/// What follows from the events: a pure function of a draft and its events. Values only, any thread.
/// Depends on `model` and `event`.
@NullMarked
package org.telescribe.annotator.labels.state;

import org.jspecify.annotations.NullMarked;
