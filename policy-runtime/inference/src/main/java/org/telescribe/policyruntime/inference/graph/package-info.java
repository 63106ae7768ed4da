/// ONNX Runtime, behind buffers and names: the only package that knows it. A graph is confined to one
/// thread at a time, apart from cancelling and closing. Depends on `bundle`.
@NullMarked
package org.telescribe.policyruntime.inference.graph;

import org.jspecify.annotations.NullMarked;
