#version 330 core
layout(location = 0) in vec3 from;
layout(location = 1) in vec3 to;
layout(location = 2) in vec4 colour;
layout(location = 3) in vec2 corner;
uniform mat4 clipFromScene;
uniform vec2 pictureSize;
uniform vec4 fade;
uniform float widthPixels;
out vec4 lineColour;
out vec2 fadePlace;
out float across;

void main() {
    vec4 a = clipFromScene * vec4(from, 1.0);
    vec4 b = clipFromScene * vec4(to, 1.0);
    float nearest = 0.002;
    if (a.w < nearest) {
        a = mix(a, b, (nearest - a.w) / max(b.w - a.w, 1e-6));
    }
    if (b.w < nearest) {
        b = mix(b, a, (nearest - b.w) / max(a.w - b.w, 1e-6));
    }
    vec2 way = (b.xy / b.w - a.xy / a.w) * pictureSize;
    float lengthPixels = max(length(way), 1e-4);
    vec2 side = vec2(-way.y, way.x) / lengthPixels;
    vec4 place = corner.x < 0.5 ? a : b;
    float halfWidth = 0.5 * widthPixels + 0.5;
    place.xy += side * corner.y * 2.0 * halfWidth / pictureSize * place.w;
    gl_Position = place;
    across = corner.y * halfWidth;
    lineColour = vec4(colour.rgb, colour.a);
    fadePlace = fade.w > 0.0 ? (mix(from, to, corner.x).xy - fade.xy) / fade.w : vec2(0.0);
}
