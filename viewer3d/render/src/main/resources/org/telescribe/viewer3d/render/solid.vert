#version 330 core
layout(location = 0) in vec3 position;
layout(location = 1) in vec3 normal;
layout(location = 2) in vec4 colour;
layout(location = 3) in float link;
layout(std140) uniform Links { vec4 rows[1020]; };
uniform mat4 clipFromScene;
uniform int firstLink;
uniform mat4 shadowFromScene;
uniform vec4 tint;
out vec3 sceneNormal;
out vec3 scenePlace;
out vec3 albedo;
out vec3 shadowPlace;

void main() {
    int row = 3 * (firstLink + int(link + 0.5));
    vec4 p = vec4(position, 1.0);
    scenePlace = vec3(dot(rows[row], p), dot(rows[row + 1], p), dot(rows[row + 2], p));
    sceneNormal = vec3(dot(rows[row].xyz, normal), dot(rows[row + 1].xyz, normal), dot(rows[row + 2].xyz, normal));
    vec3 mixed = mix(colour.rgb, tint.rgb, tint.a);
    albedo = mixed * mixed;
    vec4 shadowed = shadowFromScene * vec4(scenePlace + sceneNormal * 0.0025, 1.0);
    shadowPlace = shadowed.xyz * 0.5 + 0.5;
    gl_Position = clipFromScene * vec4(scenePlace, 1.0);
}
