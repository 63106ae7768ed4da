#version 330 core
in vec3 sceneNormal;
in vec3 scenePlace;
in vec3 albedo;
in vec3 shadowPlace;
uniform vec3 eye;
uniform vec3 keyDirection;
uniform float alpha;
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
    vec3 n = normalize(sceneNormal);
    vec3 toEye = normalize(eye - scenePlace);
    float lit = light(vec3(shadowPlace.xy, shadowPlace.z - 0.0012));
    float key = max(dot(n, keyDirection), 0.0) * lit;
    float fill = max(dot(n, vec3(0.66, -0.55, 0.25)), 0.0);
    float sky = 0.5 + 0.5 * n.z;
    vec3 light = key * vec3(0.80, 0.78, 0.74) + fill * vec3(0.10, 0.12, 0.15)
            + mix(vec3(0.055, 0.055, 0.06), vec3(0.24, 0.25, 0.27), sky);
    vec3 halfway = normalize(keyDirection + toEye);
    float shine = max(dot(n, halfway), 0.0);
    shine *= shine;
    shine *= shine;
    shine *= shine;
    shine *= shine;
    shine *= shine;
    float edge = 1.0 - max(dot(n, toEye), 0.0);
    edge *= edge;
    vec3 colour = albedo * light + vec3(0.16 * shine * lit) + vec3(0.045, 0.05, 0.055) * edge * edge * sky;
    pixel = vec4(sqrt(min(colour, vec3(1.0))), alpha);
}
