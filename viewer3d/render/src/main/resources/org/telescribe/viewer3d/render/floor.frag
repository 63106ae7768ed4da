#version 330 core
in vec2 fromMiddle;
uniform vec3 backdrop;
out vec4 pixel;

void main() {
    float fade = max(0.0, 1.0 - dot(fromMiddle, fromMiddle));
    pixel = vec4(backdrop + vec3(0.058, 0.066, 0.076) * fade * fade, 1.0);
}
