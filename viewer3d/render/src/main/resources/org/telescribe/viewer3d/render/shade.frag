#version 330 core
in vec2 fromMiddle;
in vec3 shadowPlace;
uniform sampler2DShadow shadowMap;
uniform float softness;
out vec4 pixel;

// one look into the shadow map, or four around the place for a soft rim
float light(vec3 place) {
    if (softness == 0.0) {
        return texture(shadowMap, place);
    }
    return 0.25 * (texture(shadowMap, place + vec3(softness, 0.35 * softness, 0.0))
            + texture(shadowMap, place + vec3(-0.35 * softness, softness, 0.0))
            + texture(shadowMap, place + vec3(-softness, -0.35 * softness, 0.0))
            + texture(shadowMap, place + vec3(0.35 * softness, -softness, 0.0)));
}

void main() {
    float fade = max(0.0, 1.0 - dot(fromMiddle, fromMiddle));
    float lit = light(vec3(shadowPlace.xy, shadowPlace.z - 0.0012));
    pixel = vec4(0.0, 0.0, 0.0, 0.6 * (1.0 - lit) * fade * fade);
}
