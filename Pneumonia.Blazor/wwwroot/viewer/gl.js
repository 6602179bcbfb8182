// Draws by WebGL 2: the levels lie in the graphics memory as 16-bit numbers, and a shader does all the rest for each pixel of the screen. Where
// a browser would run that on the processor, flat.js is faster (bench/Viewer).
import { sizeFor } from "./pixels.js";

const corners = `#version 300 es
void main() {
  gl_Position = vec4(vec2(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0), 0.0, 1.0);
}`;

const shades = `#version 300 es
precision highp float;
precision highp int;
precision highp usampler2D;
uniform usampler2D levels;
uniform sampler2D layer;
uniform vec2 size, image, centre, range;
uniform mat2 toImage;
uniform ivec2 lod;
uniform vec4 loupe;
uniform float inverted, opacity, saturation;
out vec4 colour;

float fetchLevel(ivec2 at, int lod) {
  return float(texelFetch(levels, clamp(at, ivec2(0), textureSize(levels, lod) - 1), lod).r);
}

float levelAt(vec2 at, int lod) {
  vec2 exact = at / image * vec2(textureSize(levels, lod)) - 0.5;
  ivec2 near = ivec2(floor(exact));
  vec2 part = fract(exact);
  return mix(
    mix(fetchLevel(near, lod), fetchLevel(near + ivec2(1, 0), lod), part.x),
    mix(fetchLevel(near + ivec2(0, 1), lod), fetchLevel(near + ivec2(1, 1), lod), part.x),
    part.y);
}

void main() {
  vec2 at = vec2(gl_FragCoord.x, size.y - gl_FragCoord.y);
  float away = distance(at, loupe.xy);
  bool enlarged = away < loupe.z;
  vec2 from = enlarged ? loupe.xy + (at - loupe.xy) / loupe.w : at;
  vec2 place = centre + toImage * (from - size / 2.0);
  vec3 shade = vec3(0.0);
  if (all(greaterThanEqual(place, vec2(0.0))) && all(lessThan(place, image))) {
    float grey = clamp((levelAt(place, enlarged ? lod.y : lod.x) - range.x) / range.y, 0.0, 1.0);
    vec4 over = texture(layer, place / image) * opacity;
    over.rgb = mix(vec3(dot(over.rgb, vec3(0.213, 0.715, 0.072))), over.rgb, saturation);
    shade = mix(grey, 1.0 - grey, inverted) * (1.0 - over.a) + over.rgb;
  }
  colour = vec4(abs(away - loupe.z) < 1.0 ? vec3(0.6) : shade, 1.0);
}`;

const names = ["levels", "layer", "size", "image", "centre", "range", "toImage", "lod", "loupe", "inverted", "opacity", "saturation"];

const compile = (gl) => {
  const program = gl.createProgram();
  for (const [kind, source] of [[gl.VERTEX_SHADER, corners], [gl.FRAGMENT_SHADER, shades]]) {
    const shader = gl.createShader(kind);
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
  }
  gl.linkProgram(program);
  return gl.getProgramParameter(program, gl.LINK_STATUS) ? program : null;
};

// Not every browser tells by failing that it would draw on the processor.
const isSoftware = (gl) => {
  const info = gl.getExtension("WEBGL_debug_renderer_info");
  return /swiftshader|llvmpipe|softpipe|software|basic render/i.test(gl.getParameter(info ? info.UNMASKED_RENDERER_WEBGL : gl.RENDERER));
};

// Null where there is no WebGL 2 that is worth it.
export const createPainter = (canvas) => {
  const gl = canvas.getContext("webgl2", { alpha: false, antialias: false, depth: false, failIfMajorPerformanceCaveat: true });
  const program = gl && !isSoftware(gl) && compile(gl);
  if (!program) {
    gl?.getExtension("WEBGL_lose_context")?.loseContext();
    return null;
  }
  gl.useProgram(program);
  const at = Object.fromEntries(names.map((name) => [name, gl.getUniformLocation(program, name)]));
  gl.uniform1i(at.layer, 1);
  let sizes = [];
  let textures = [];

  const bind = (unit, filter) => {
    gl.deleteTexture(textures[unit] ?? null);
    textures[unit] = gl.createTexture();
    gl.activeTexture(gl.TEXTURE0 + unit);
    gl.bindTexture(gl.TEXTURE_2D, textures[unit]);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, filter);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, filter === gl.LINEAR ? filter : gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  };

  const setLayer = (picture) => {
    bind(1, gl.LINEAR);
    gl.pixelStorei(gl.UNPACK_PREMULTIPLY_ALPHA_WEBGL, true);
    if (picture) {
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, picture);
    } else {
      gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, 1, 1, 0, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
    }
  };

  setLayer(null);
  return {
    name: "webgl2",
    setLayer,
    setLevels: (all) => {
      const most = gl.getParameter(gl.MAX_TEXTURE_SIZE);
      sizes = all.filter(({ width, height }) => Math.max(width, height) <= most);
      bind(0, gl.NEAREST_MIPMAP_NEAREST);
      gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
      gl.texStorage2D(gl.TEXTURE_2D, sizes.length, gl.R16UI, sizes[0].width, sizes[0].height);
      sizes.forEach(({ width, height, levels }, i) =>
        gl.texSubImage2D(gl.TEXTURE_2D, i, 0, 0, width, height, gl.RED_INTEGER, gl.UNSIGNED_SHORT, levels));
    },
    paint: ({ scale, x, y, matrix, image }, { low, width, inverted, opacity, saturation, loupe }) => {
      const step = (larger) => sizeFor(sizes, image, scale * larger);
      gl.viewport(0, 0, canvas.width, canvas.height);
      gl.uniform2f(at.size, canvas.width, canvas.height);
      gl.uniform2f(at.image, image.width, image.height);
      gl.uniform2f(at.centre, x, y);
      gl.uniform2f(at.range, low, width);
      gl.uniformMatrix2fv(at.toImage, false, matrix.map((value) => value / scale));
      gl.uniform2i(at.lod, step(1), step(loupe?.larger ?? 1));
      gl.uniform4f(at.loupe, loupe?.x ?? 0, loupe?.y ?? 0, loupe?.radius ?? -9, loupe?.larger ?? 1);
      gl.uniform1f(at.inverted, inverted ? 1 : 0);
      gl.uniform1f(at.opacity, opacity);
      gl.uniform1f(at.saturation, saturation);
      gl.drawArrays(gl.TRIANGLES, 0, 3);
    },
    dispose: () => gl.getExtension("WEBGL_lose_context")?.loseContext(),
  };
};
