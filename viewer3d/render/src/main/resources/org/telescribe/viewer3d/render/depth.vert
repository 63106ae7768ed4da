#version 330 core
layout(location = 0) in vec3 position;
layout(location = 3) in float link;
layout(std140) uniform Links { vec4 rows[1020]; };
uniform mat4 clipFromScene;
uniform int firstLink;

void main() {
    int row = 3 * (firstLink + int(link + 0.5));
    vec4 p = vec4(position, 1.0);
    gl_Position = clipFromScene * vec4(dot(rows[row], p), dot(rows[row + 1], p), dot(rows[row + 2], p), 1.0);
}
