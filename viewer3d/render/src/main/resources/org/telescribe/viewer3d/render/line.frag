#version 330 core
in vec4 lineColour;
in vec2 fadePlace;
in float across;
uniform float widthPixels;
out vec4 pixel;

void main() {
    float fade = max(0.0, 1.0 - dot(fadePlace, fadePlace));
    float soft = clamp(0.5 * widthPixels - abs(across) + 0.5, 0.0, 1.0);
    pixel = vec4(lineColour.bgr, lineColour.a * fade * fade * soft);
}
