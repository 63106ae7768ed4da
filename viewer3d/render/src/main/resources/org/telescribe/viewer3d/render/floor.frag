#version 330 core
in vec2 fromMiddle;
in vec3 shadowPlace;
uniform vec3 backdrop;
uniform sampler2DShadow shadowMap;
out vec4 pixel;

void main() {
    float fade = 1.0 - dot(fromMiddle, fromMiddle);
    if (fade <= 0.0) {
        discard;
    }
    fade *= fade;
    float lit = texture(shadowMap, vec3(shadowPlace.xy, shadowPlace.z - 0.0012));
    vec3 floorColour = backdrop + vec3(0.058, 0.066, 0.076) * fade;
    pixel = vec4(floorColour * mix(1.0, 0.42, (1.0 - lit) * fade), 1.0);
}
