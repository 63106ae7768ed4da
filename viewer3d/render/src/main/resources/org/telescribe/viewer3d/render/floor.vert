#version 330 core
layout(location = 0) in vec3 position;
uniform mat4 clipFromScene;
uniform mat4 shadowFromScene;
uniform vec3 middle;
uniform float radius;
out vec2 fromMiddle;
out vec3 shadowPlace;

void main() {
    vec4 place = vec4(position * radius + middle, 1.0);
    fromMiddle = position.xy;
    shadowPlace = (shadowFromScene * place).xyz * 0.5 + 0.5;
    gl_Position = clipFromScene * place;
}
