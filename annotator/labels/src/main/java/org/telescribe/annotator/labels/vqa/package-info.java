/// Marking of free-text answers to questions, as RoboFine-Bench's own script does it. Values only, any
/// thread. Depends on `model`.
@NullMarked
package org.telescribe.annotator.labels.vqa;

import org.jspecify.annotations.NullMarked;
