package org.telescribe.viewer3d.render;

import java.util.ArrayList;
import java.util.List;
import org.telescribe.viewer3d.scene.mesh.TriangleMesh;
import org.telescribe.viewer3d.scene.robot.LinkVisual;
import org.telescribe.viewer3d.scene.robot.RobotModel;

/// A robot in the graphics memory, all its links in one mesh. GL thread only.
///
/// @param mesh its triangles
/// @param casters fewer triangles, for its shadow
/// @param links names of the links in the order of the numbers in the mesh
record GpuRobot(GpuMesh mesh, GpuMesh casters, List<String> links) {
    /// A link's number is one byte of each corner.
    private static final int MOST_LINKS = 255;
    private static final int TRIANGLES_OF_A_CASTER = 80;
    private static final double SMALLEST_CASTER_METRES = 0.011;

    /// One visual, whole or rough.
    private record Part(TriangleMesh mesh, LinkVisual visual, int link) {}

    static GpuRobot upload(RobotModel model) {
        List<String> links = new ArrayList<>();
        List<Part> whole = new ArrayList<>();
        List<Part> rough = new ArrayList<>();
        for (LinkVisual visual : model.visuals()) {
            int link = links.indexOf(visual.link());
            if (link < 0 && links.size() == MOST_LINKS) {
                continue;
            }
            if (link < 0) {
                link = links.size();
                links.add(visual.link());
            }
            TriangleMesh mesh = visual.shape().mesh();
            whole.add(new Part(mesh, visual, link));
            if (mesh.bounds().radiusMetres() > SMALLEST_CASTER_METRES) {
                rough.add(new Part(mesh.reducedTo(TRIANGLES_OF_A_CASTER), visual, link));
            }
        }
        return new GpuRobot(upload(whole), upload(rough), List.copyOf(links));
    }

    private static GpuMesh upload(List<Part> parts) {
        int vertices = 0;
        int triangles = 0;
        for (Part part : parts) {
            vertices += part.mesh().vertexCount();
            triangles += part.mesh().triangleCount();
        }
        GpuMesh.Builder builder = new GpuMesh.Builder(vertices, triangles);
        for (Part part : parts) {
            builder.add(
                    part.mesh(), part.visual().linkFromVisual(), part.visual().colour(), part.link());
        }
        return builder.upload();
    }

    void close() {
        mesh.close();
        casters.close();
    }
}
