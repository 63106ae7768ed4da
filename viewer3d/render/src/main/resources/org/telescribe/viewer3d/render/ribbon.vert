#version 330 core
layout(location = 0) in vec3 place;
layout(location = 1) in vec3 direction;
layout(location = 2) in vec4 colour;
layout(location = 3) in vec4 sideThickWayTime;
uniform mat4 clipFromScene;
uniform vec3 eye;
uniform float halfWidth;
uniform float brightUntil;
out vec3 ribbonColour;
out float across;
out float way;
out float bright;

void main() {
    vec3 toEye = normalize(eye - place);
    vec3 side = cross(direction, toEye);
    side /= max(length(side), 1e-4);
    float thickness = halfWidth * sideThickWayTime.y;
    across = sideThickWayTime.x;
    way = sideThickWayTime.z;
    bright = brightUntil - sideThickWayTime.w;
    ribbonColour = colour.rgb;
    gl_Position = clipFromScene * vec4(place + side * across * thickness + toEye * thickness, 1.0);
}
