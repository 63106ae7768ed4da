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
    private static final int SMALLEST_SHADOW_PIXELS = 320;
    private static final int SMALLEST_PICTURE_PIXELS = 100_000;
    private static final double GRID_STEP_METRES = 0.1;
    private static final double LEAST_FLOOR_METRES = 1.0;
    private static final float FLOOR_METRES = -0.0005f;
    private static final double DASH_METRES = 0.014;
    private static final float HIDDEN_ALPHA = 0.22f;
    private static final Colour MINOR_LINE = new Colour(0.55f, 0.62f, 0.70f, 0.16f);
    private static final Colour MAJOR_LINE = new Colour(0.60f, 0.68f, 0.77f, 0.34f);

    private final ShaderProgram solid = new ShaderProgram("solid.vert", "solid.frag");
    private final ShaderProgram matte = new ShaderProgram("solid.vert", "matte.frag");
    private final ShaderProgram depth = new ShaderProgram("depth.vert", "depth.frag");
    private final ShaderProgram floor = new ShaderProgram("floor.vert", "floor.frag");
    private final ShaderProgram shade = new ShaderProgram("floor.vert", "shade.frag");
    private final ShaderProgram line = new ShaderProgram("line.vert", "line.frag");
    private final ShaderProgram ribbon = new ShaderProgram("ribbon.vert", "ribbon.frag");
    private final LinkPoses links = new LinkPoses();
    private final LinePainter lines = new LinePainter();
    private final ShadowMap largeShadows = new ShadowMap(SHADOW_PIXELS);
    private final ShadowMap smallShadows = new ShadowMap(SMALL_SHADOW_PIXELS);
    private final ShadowMap smallestShadows = new ShadowMap(SMALLEST_SHADOW_PIXELS);
    private final GpuStore store = new GpuStore();
    private final float[] clipFromScene = new float[16];
    private ShadowMap shadows = largeShadows;
    private float softness;
    /// Number of the first link of each robot, then of each solid, of the picture that is being drawn.
    private int[] firstLinks = new int[64];

    ScenePainter() {
        GL11C.glEnable(GL11C.GL_DEPTH_TEST);
        GL11C.glEnable(GL11C.GL_CULL_FACE);
        GL11C.glFrontFace(GL11C.GL_CW);
    }

    void draw(SceneFrame frame, ViewCamera camera, RenderTarget target) {
        store.nextPicture();
        Bounds casters = casters(frame);
        int pixels = target.width() * target.height();
        shadows = pixels < SMALLEST_PICTURE_PIXELS
                ? smallestShadows
                : pixels < SMALL_PICTURE_PIXELS ? smallShadows : largeShadows;
        sendPoses(frame);
        drawShadows(frame, casters);
        target.bind();
        ClipMatrix.of(camera, target.width(), target.height(), clipFromScene);
        Colour back = frame.backdrop();
        // every shader writes blue first: read-back then copies the pixels as they lie
        GL11C.glClearColor(back.blue(), back.green(), back.red(), 1);
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

    private void sendPoses(SceneFrame frame) {
        links.clear();
        int robots = frame.robots().size();
        if (firstLinks.length < robots + frame.solids().size()) {
            firstLinks = new int[2 * (robots + frame.solids().size())];
        }
        for (int i = 0; i < robots; i++) {
            SceneRobot robot = frame.robots().get(i);
            firstLinks[i] = links.add(store.robot(robot.model()).links(), robot.sceneFromLinks());
        }
        for (int i = 0; i < frame.solids().size(); i++) {
            firstLinks[robots + i] = links.add(frame.solids().get(i).sceneFromSolid());
        }
        links.send();
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
        int robots = frame.robots().size();
        for (int i = 0; i < robots; i++) {
            SceneRobot robot = frame.robots().get(i);
            if (robot.look().alpha() >= 1) {
                draw(depth, store.robot(robot.model()).casters(), firstLinks[i]);
            }
        }
        for (int i = 0; i < frame.solids().size(); i++) {
            draw(depth, store.shape(frame.solids().get(i).shape()), firstLinks[robots + i]);
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
        GL13C.glActiveTexture(GL13C.GL_TEXTURE0);
        useLit(solid);
        solid.set("eye", (float) sceneFromCamera.xMetres(), (float) sceneFromCamera.yMetres(), (float)
                sceneFromCamera.zMetres());
        solid.set("alpha", 1f);
        int robots = frame.robots().size();
        for (int i = 0; i < robots; i++) {
            SceneRobot robot = frame.robots().get(i);
            if (robot.look().alpha() >= 1) {
                tint(solid, robot.look().tint(), robot.look().tintShare());
                draw(solid, store.robot(robot.model()).mesh(), firstLinks[i]);
            }
        }
        // the table last: what it hides behind is not shaded twice
        useLit(matte);
        for (int i = 0; i < frame.solids().size(); i++) {
            Solid thing = frame.solids().get(i);
            tint(matte, thing.colour(), 1);
            draw(matte, store.shape(thing.shape()), firstLinks[robots + i]);
        }
    }

    private void useLit(ShaderProgram program) {
        program.use();
        program.set("shadowMap", 0);
        program.set("softness", softness);
        program.setMatrix("clipFromScene", clipFromScene);
        program.setMatrix("shadowFromScene", shadows.shadowFromScene());
        program.set("keyDirection", (float) ShadowMap.KEY[0], (float) ShadowMap.KEY[1], (float) ShadowMap.KEY[2]);
    }

    private static void tint(ShaderProgram program, Colour colour, double share) {
        program.set("tint", colour.red(), colour.green(), colour.blue(), (float) share);
    }

    private static void draw(ShaderProgram program, GpuMesh mesh, int firstLink) {
        if (firstLink != LinkPoses.NO_ROOM) {
            program.set("firstLink", firstLink);
            mesh.draw();
        }
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
        for (int i = 0; i < frame.robots().size(); i++) {
            SceneRobot robot = frame.robots().get(i);
            RobotLook look = robot.look();
            if (look.alpha() < 1 && look.alpha() > 0) {
                GpuMesh mesh = store.robot(robot.model()).mesh();
                GL11C.glColorMask(false, false, false, false);
                depth.use();
                depth.setMatrix("clipFromScene", clipFromScene);
                draw(depth, mesh, firstLinks[i]);
                GL11C.glColorMask(true, true, true, true);
                solid.use();
                blend();
                solid.set("alpha", (float) look.alpha());
                tint(solid, look.tint(), look.tintShare());
                draw(solid, mesh, firstLinks[i]);
                GL11C.glDisable(GL11C.GL_BLEND);
            }
        }
        GL11C.glDisable(GL11C.GL_POLYGON_OFFSET_FILL);
    }

    void close() {
        store.close();
        largeShadows.close();
        smallShadows.close();
        smallestShadows.close();
        shade.close();
        lines.close();
        links.close();
        solid.close();
        matte.close();
        depth.close();
        floor.close();
        line.close();
        ribbon.close();
    }
}
