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
    private static final int TRIANGLES_OF_A_CASTER = 80;
    private static final double SMALLEST_CASTER_METRES = 0.011;

    static GpuRobot upload(RobotModel model) {
        List<String> links = new ArrayList<>();
        int vertices = 0;
        int triangles = 0;
        List<TriangleMesh> meshes = new ArrayList<>();
        for (LinkVisual visual : model.visuals()) {
            TriangleMesh mesh = visual.shape().mesh();
            meshes.add(mesh);
            vertices += mesh.vertexCount();
            triangles += mesh.triangleCount();
        }
        GpuMesh.Builder builder = new GpuMesh.Builder(vertices, triangles);
        GpuMesh.Builder casters = new GpuMesh.Builder(vertices, triangles);
        for (int i = 0; i < meshes.size(); i++) {
            LinkVisual visual = model.visuals().get(i);
            int link = links.indexOf(visual.link());
            if (link < 0) {
                link = links.size();
                links.add(visual.link());
            }
            if (link < LinkPoses.MOST) {
                builder.add(meshes.get(i), visual.linkFromVisual(), visual.colour(), link);
                if (meshes.get(i).bounds().radiusMetres() > SMALLEST_CASTER_METRES) {
                    TriangleMesh rough = meshes.get(i).reducedTo(TRIANGLES_OF_A_CASTER);
                    casters.add(rough, visual.linkFromVisual(), visual.colour(), link);
                }
            }
        }
        return new GpuRobot(
                builder.upload(),
                casters.upload(),
                List.copyOf(links.subList(0, Math.min(links.size(), LinkPoses.MOST))));
    }

    void close() {
        mesh.close();
        casters.close();
    }
}
