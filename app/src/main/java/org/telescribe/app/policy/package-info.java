/// Policies put together with the bench: the shipped one, its live station, its pictures.
@NullMarked
package org.telescribe.app.policy;

import org.jspecify.annotations.NullMarked;
