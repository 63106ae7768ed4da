#version 330 core
in vec3 ribbonColour;
in float across;
in float way;
in float bright;
uniform float dashMetres;
uniform float hiddenAlpha;
out vec4 pixel;

void main() {
    if (dashMetres > 0.0 && fract(way / dashMetres) > 0.55) {
        discard;
    }
    float rim = abs(across) * abs(across);
    bool past = bright >= 0.0;
    float strength = past ? 1.0 : 0.36;
    pixel = vec4(mix(ribbonColour, vec3(1.0), 0.04 + 0.30 * rim), strength * hiddenAlpha);
}
