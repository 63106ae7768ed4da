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
    float round = sqrt(max(0.0, 1.0 - across * across));
    float shade = 0.62 + 0.46 * round;
    bool past = bright >= 0.0;
    float strength = past ? 1.0 : 0.30;
    pixel = vec4(min(ribbonColour * shade, vec3(1.0)), strength * hiddenAlpha);
}
