/// What people say about episodes: steps, atomic facts and questions to judge, and the verdicts on them
/// as events that are never changed. `model` is what is judged, `event` what happened, `state` what
/// follows from it, `store` where it is kept, `exchange` the files of others, `draft` what a script
/// already knows. No screen, no video.
@NullMarked
package org.telescribe.annotator.labels;

import org.jspecify.annotations.NullMarked;
