/// What happened: one event for each thing that a person said, never changed and never deleted. Values
/// only, any thread. Depends on `model`.
@NullMarked
package org.telescribe.annotator.labels.event;

import org.jspecify.annotations.NullMarked;
