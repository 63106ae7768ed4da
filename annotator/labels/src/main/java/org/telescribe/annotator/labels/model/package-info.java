/// What is judged: one episode's steps, facts in ten dimensions, and questions. Values only, any
/// thread. Depends on nothing.
@NullMarked
package org.telescribe.annotator.labels.model;

import org.jspecify.annotations.NullMarked;
