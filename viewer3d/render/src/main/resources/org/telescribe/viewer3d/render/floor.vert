#version 330 core
layout(location = 0) in vec3 position;
uniform mat4 clipFromScene;
uniform mat4 shadowFromScene;
uniform vec3 middle;
uniform float radius;
uniform vec4 part;
out vec2 fromMiddle;
out vec3 shadowPlace;

void main() {
    vec3 place = vec3(part.xy + position.xy * part.zw, middle.z);
    fromMiddle = (place.xy - middle.xy) / radius;
    shadowPlace = (shadowFromScene * vec4(place, 1.0)).xyz * 0.5 + 0.5;
    gl_Position = clipFromScene * vec4(place, 1.0);
}
