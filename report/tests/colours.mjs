// How colours are seen: WCAG 2 contrast, and distances for eyes that see all colours or lack one kind of cones.
const times = (matrix, v) => matrix.map((row) => row[0] * v[0] + row[1] * v[1] + row[2] * v[2]);
const linear = (c) => (c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4);
const clamped = (x) => Math.min(1, Math.max(0, x));

// Of "#0072b2", or of [0, 114, 178].
const light = (colour) =>
  (typeof colour === "string" ? [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16)) : colour).map((c) =>
    linear(c / 255),
  );

export const luminance = (colour) => times([[0.2126, 0.7152, 0.0722]], light(colour))[0];

export function contrast(a, b) {
  const [high, low] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (high + 0.05) / (low + 0.05);
}

// Oklab (Ottosson 2020).
const TO_CONES = [
  [0.4122214708, 0.5363325363, 0.0514459929],
  [0.2119034982, 0.6806995451, 0.1073969566],
  [0.0883024619, 0.2817188376, 0.6299787005],
];
const TO_LAB = [
  [0.2104542553, 0.793617785, -0.0040720468],
  [1.9779984951, -2.428592205, 0.4505937099],
  [0.0259040371, 0.7827717662, -0.808675766],
];
const lab = (rgb) => times(TO_LAB, times(TO_CONES, rgb).map(Math.cbrt));

// All cones; without the long, the middle, the short ones (Machado, Oliveira and Fernandes 2009, severity 1).
const EYES = [
  [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
];

// To the eyes that tell them apart least.
export function apart(a, b) {
  const seen = (eye, colour) => lab(times(eye, light(colour)).map(clamped));
  return Math.min(
    ...EYES.map((eye) => {
      const [x, y] = [seen(eye, a), seen(eye, b)];
      return Math.hypot(...x.map((value, i) => value - y[i]));
    }),
  );
}
