package org.telescribe.viewer3d.render;

import org.lwjgl.opengl.GL11C;
import org.lwjgl.opengl.GL13C;
import org.lwjgl.opengl.GL14C;
import org.telescribe.devices.core.robot.Pose;
import org.telescribe.viewer3d.scene.camera.ViewCamera;
import org.telescribe.viewer3d.scene.colour.Colour;
import org.telescribe.viewer3d.scene.frame.Ribbon;
import org.telescribe.viewer3d.scene.frame.RobotLook;
import org.telescribe.viewer3d.scene.frame.SceneFrame;
import org.telescribe.viewer3d.scene.frame.SceneRobot;
import org.telescribe.viewer3d.scene.frame.Solid;
import org.telescribe.viewer3d.scene.mesh.Bounds;

/// Draws one scene into the framebuffer: shadows, floor, grid, solid things, ribbons, lines, ghosts, in
/// this order. GL thread only; nothing is allocated in the graphics memory but for what was never seen
/// before.
final class ScenePainter {
    private static final int SHADOW_PIXELS = 1_024;
    private static final int SMALL_SHADOW_PIXELS = 512;
    private static final int SMALL_PICTURE_PIXELS = 400_000;
    private static final double GRID_STEP_METRES = 0.1;
    private static final double LEAST_FLOOR_METRES = 1.0;
    private static final float FLOOR_METRES = -0.0005f;
    private static final double DASH_METRES = 0.014;
    private static final float HIDDEN_ALPHA = 0.22f;
    private static final Colour MINOR_LINE = new Colour(0.55f, 0.62f, 0.70f, 0.16f);
    private static final Colour MAJOR_LINE = new Colour(0.60f, 0.68f, 0.77f, 0.34f);

    private final ShaderProgram solid = new ShaderProgram("solid.vert", "solid.frag");
    private final ShaderProgram depth = new ShaderProgram("depth.vert", "depth.frag");
    private final ShaderProgram floor = new ShaderProgram("floor.vert", "floor.frag");
    private final ShaderProgram shade = new ShaderProgram("floor.vert", "shade.frag");
    private final ShaderProgram line = new ShaderProgram("line.vert", "line.frag");
    private final ShaderProgram ribbon = new ShaderProgram("ribbon.vert", "ribbon.frag");
    private final LinkPoses links = new LinkPoses();
    private final LinePainter lines = new LinePainter();
    private final ShadowMap largeShadows = new ShadowMap(SHADOW_PIXELS);
    private final ShadowMap smallShadows = new ShadowMap(SMALL_SHADOW_PIXELS);
    private final GpuStore store = new GpuStore();
    private final float[] clipFromScene = new float[16];
    private ShadowMap shadows = largeShadows;
    private float softness;

    ScenePainter() {
        GL11C.glEnable(GL11C.GL_DEPTH_TEST);
        GL11C.glEnable(GL11C.GL_CULL_FACE);
        GL11C.glFrontFace(GL11C.GL_CW);
    }

    void draw(SceneFrame frame, ViewCamera camera, RenderTarget target) {
        store.nextPicture();
        Bounds casters = casters(frame);
        shadows = target.width() * target.height() < SMALL_PICTURE_PIXELS ? smallShadows : largeShadows;
        drawShadows(frame, casters);
        target.bind();
        ClipMatrix.of(camera, target.width(), target.height(), clipFromScene);
        Colour back = frame.backdrop();
        GL11C.glClearColor(back.red(), back.green(), back.blue(), 1);
        GL11C.glClear(GL11C.GL_COLOR_BUFFER_BIT | GL11C.GL_DEPTH_BUFFER_BIT);
        shadows.bindForLookUp();
        softness = target.isFine() ? shadows.softness() : 0;
        GL11C.glDepthFunc(GL11C.GL_LEQUAL);
        if (frame.hasGrid()) {
            drawFloor(frame, casters, target);
        }
        drawSolids(frame, camera.sceneFromCamera());
        drawRibbons(frame, camera.sceneFromCamera());
        drawLines(frame, target);
        drawGhosts(frame);
        target.finish();
    }

    private static Bounds casters(SceneFrame frame) {
        Bounds casters = Bounds.NONE;
        for (SceneRobot robot : frame.robots()) {
            if (robot.look().alpha() >= 1) {
                casters = casters.union(robot.bounds());
            }
        }
        return casters;
    }

    private void drawShadows(SceneFrame frame, Bounds casters) {
        shadows.begin(casters);
        depth.use();
        depth.setMatrix("clipFromScene", shadows.shadowFromScene());
        // the sides that the light does not see: lit surfaces then never shade themselves
        GL11C.glCullFace(GL11C.GL_FRONT);
        for (SceneRobot robot : frame.robots()) {
            if (robot.look().alpha() >= 1) {
                GpuRobot uploaded = store.robot(robot.model());
                links.set(uploaded.links(), robot.sceneFromLinks());
                uploaded.casters().draw();
            }
        }
        for (Solid thing : frame.solids()) {
            drawSolid(thing);
        }
        GL11C.glCullFace(GL11C.GL_BACK);
    }

    private void drawFloor(SceneFrame frame, Bounds casters, RenderTarget target) {
        Bounds bounds = casters.isEmpty() ? frame.bounds() : casters;
        double x = bounds.isEmpty() ? 0 : bounds.middleX();
        double y = bounds.isEmpty() ? 0 : bounds.middleY();
        double radius = Math.max(LEAST_FLOOR_METRES, 1.9 * bounds.radiusMetres());
        useFloor(floor, x, y, radius);
        Colour back = frame.backdrop();
        floor.set("backdrop", back.red(), back.green(), back.blue());
        floor.set("part", (float) x, (float) y, (float) radius, (float) radius);
        // everything else is drawn over it, so it needs no depth, and a look from below is free
        GL11C.glDisable(GL11C.GL_DEPTH_TEST);
        GL11C.glDisable(GL11C.GL_CULL_FACE);
        store.square().draw();
        drawFloorShadows(casters, x, y, radius);
        lines.clear();
        lines.grid(x, y, radius, GRID_STEP_METRES, MINOR_LINE, MAJOR_LINE);
        blend();
        useLines(target, 1);
        line.set("fade", (float) x, (float) y, 0, (float) radius);
        lines.draw();
        GL11C.glEnable(GL11C.GL_DEPTH_TEST);
        GL11C.glDisable(GL11C.GL_BLEND);
        GL11C.glEnable(GL11C.GL_CULL_FACE);
    }

    private void useFloor(ShaderProgram program, double x, double y, double radius) {
        program.use();
        program.setMatrix("clipFromScene", clipFromScene);
        program.setMatrix("shadowFromScene", shadows.shadowFromScene());
        program.set("middle", (float) x, (float) y, FLOOR_METRES);
        program.set("radius", (float) radius);
    }

    /// Only where shadows can fall: each pixel of it costs a look into the shadow map.
    private void drawFloorShadows(Bounds casters, double x, double y, double radius) {
        if (casters.isEmpty()) {
            return;
        }
        double top = Math.max(0, casters.maxZ());
        double alongX = -ShadowMap.KEY[0] / ShadowMap.KEY[2] * top;
        double alongY = -ShadowMap.KEY[1] / ShadowMap.KEY[2] * top;
        double minX = Math.max(x - radius, casters.minX() + Math.min(0, alongX));
        double maxX = Math.min(x + radius, casters.maxX() + Math.max(0, alongX));
        double minY = Math.max(y - radius, casters.minY() + Math.min(0, alongY));
        double maxY = Math.min(y + radius, casters.maxY() + Math.max(0, alongY));
        useFloor(shade, x, y, radius);
        shade.set("shadowMap", 0);
        shade.set("softness", softness);
        shade.set("part", (float) ((minX + maxX) / 2), (float) ((minY + maxY) / 2), (float) ((maxX - minX) / 2), (float)
                ((maxY - minY) / 2));
        blend();
        store.square().draw();
        GL11C.glDisable(GL11C.GL_BLEND);
    }

    private void useLines(RenderTarget target, float widthPixels) {
        line.use();
        line.setMatrix("clipFromScene", clipFromScene);
        line.set("pictureSize", target.width(), target.height());
        line.set("widthPixels", widthPixels);
        line.set("fade", 0, 0, 0, 0);
    }

    private static void blend() {
        GL11C.glEnable(GL11C.GL_BLEND);
        GL14C.glBlendFuncSeparate(
                GL11C.GL_SRC_ALPHA, GL11C.GL_ONE_MINUS_SRC_ALPHA, GL11C.GL_ONE, GL11C.GL_ONE_MINUS_SRC_ALPHA);
    }

    private void drawSolids(SceneFrame frame, Pose sceneFromCamera) {
        solid.use();
        GL13C.glActiveTexture(GL13C.GL_TEXTURE0);
        solid.set("shadowMap", 0);
        solid.set("softness", softness);
        solid.setMatrix("clipFromScene", clipFromScene);
        solid.setMatrix("shadowFromScene", shadows.shadowFromScene());
        solid.set("eye", (float) sceneFromCamera.xMetres(), (float) sceneFromCamera.yMetres(), (float)
                sceneFromCamera.zMetres());
        solid.set("keyDirection", (float) ShadowMap.KEY[0], (float) ShadowMap.KEY[1], (float) ShadowMap.KEY[2]);
        solid.set("alpha", 1f);
        for (SceneRobot robot : frame.robots()) {
            if (robot.look().alpha() >= 1) {
                tint(robot.look().tint(), robot.look().tintShare());
                drawRobot(robot);
            }
        }
        for (Solid thing : frame.solids()) {
            tint(thing.colour(), 1);
            drawSolid(thing);
        }
    }

    private void tint(Colour colour, double share) {
        solid.set("tint", colour.red(), colour.green(), colour.blue(), (float) share);
    }

    private void drawRobot(SceneRobot robot) {
        GpuRobot uploaded = store.robot(robot.model());
        links.set(uploaded.links(), robot.sceneFromLinks());
        uploaded.mesh().draw();
    }

    private void drawSolid(Solid thing) {
        links.set(thing.sceneFromSolid());
        store.shape(thing.shape()).draw();
    }

    private void drawRibbons(SceneFrame frame, Pose eye) {
        if (frame.ribbons().isEmpty()) {
            return;
        }
        ribbon.use();
        ribbon.setMatrix("clipFromScene", clipFromScene);
        ribbon.set("eye", (float) eye.xMetres(), (float) eye.yMetres(), (float) eye.zMetres());
        GL11C.glDisable(GL11C.GL_CULL_FACE);
        blend();
        GL11C.glDepthMask(false);
        GL11C.glDepthFunc(GL11C.GL_GREATER);
        ribbon.set("hiddenAlpha", HIDDEN_ALPHA);
        frame.ribbons().forEach(this::drawRibbon);
        GL11C.glDepthMask(true);
        GL11C.glDepthFunc(GL11C.GL_LEQUAL);
        ribbon.set("hiddenAlpha", 1f);
        frame.ribbons().forEach(this::drawRibbon);
        GL11C.glDisable(GL11C.GL_BLEND);
        GL11C.glEnable(GL11C.GL_CULL_FACE);
    }

    private void drawRibbon(Ribbon drawn) {
        boolean asked = drawn.style() == Ribbon.Style.REQUESTED;
        ribbon.set("halfWidth", (float) (drawn.widthMetres() / (asked ? 4 : 2)));
        ribbon.set("dashMetres", asked ? (float) DASH_METRES : 0);
        double until = drawn.path().size() > 0
                        && drawn.brightUntilNanos() < drawn.path().timeNanos(0)
                ? -1
                : drawn.path().share(drawn.brightUntilNanos());
        ribbon.set("brightUntil", (float) until);
        store.ribbon(drawn.path()).draw();
    }

    private void drawLines(SceneFrame frame, RenderTarget target) {
        if (frame.triads().isEmpty() && frame.frusta().isEmpty()) {
            return;
        }
        blend();
        GL11C.glDisable(GL11C.GL_CULL_FACE);
        lines.clear();
        frame.frusta().forEach(lines::frustum);
        useLines(target, 1.4f);
        lines.draw();
        frame.triads().forEach(lines::triad);
        useLines(target, 2.6f);
        lines.draw();
        GL11C.glEnable(GL11C.GL_CULL_FACE);
        GL11C.glDisable(GL11C.GL_BLEND);
    }

    /// First the ghost's nearest surface alone, then its colour where that surface is: no inner faces.
    private void drawGhosts(SceneFrame frame) {
        // a little further away: where a ghost lies in its robot, the robot is seen
        GL11C.glEnable(GL11C.GL_POLYGON_OFFSET_FILL);
        GL11C.glPolygonOffset(1, 8);
        for (SceneRobot robot : frame.robots()) {
            RobotLook look = robot.look();
            if (look.alpha() < 1 && look.alpha() > 0) {
                GL11C.glColorMask(false, false, false, false);
                depth.use();
                depth.setMatrix("clipFromScene", clipFromScene);
                drawRobot(robot);
                GL11C.glColorMask(true, true, true, true);
                solid.use();
                blend();
                solid.set("alpha", (float) look.alpha());
                tint(look.tint(), look.tintShare());
                drawRobot(robot);
                GL11C.glDisable(GL11C.GL_BLEND);
            }
        }
        GL11C.glDisable(GL11C.GL_POLYGON_OFFSET_FILL);
    }

    void close() {
        store.close();
        largeShadows.close();
        smallShadows.close();
        shade.close();
        lines.close();
        links.close();
        solid.close();
        depth.close();
        floor.close();
        line.close();
        ribbon.close();
    }
}
