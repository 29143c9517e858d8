/**
 * Simple still lifes of the products. A shape is a list of layers, painted in order: `inside` tells how far a point is
 * from the layer's edge (negative inside), in a square from -1 to 1 with y downwards; `tone` is the colour's brightness.
 */
const circle = (cx, cy, r) => (x, y) => Math.hypot(x - cx, y - cy) - r
const box =
  (cx, cy, w, h, round = 0.04) =>
  (x, y) => {
    const dx = Math.abs(x - cx) - w + round
    const dy = Math.abs(y - cy) - h + round
    return Math.hypot(Math.max(dx, 0), Math.max(dy, 0)) + Math.min(Math.max(dx, dy), 0) - round
  }
const line = (ax, ay, bx, by, r) => (x, y) => {
  const t = Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / ((bx - ax) ** 2 + (by - ay) ** 2)))
  return Math.hypot(x - ax - t * (bx - ax), y - ay - t * (by - ay)) - r
}
const ring = (cx, cy, r, w) => (x, y) => Math.abs(circle(cx, cy, r)(x, y)) - w
const oval = (cx, cy, rx, ry) => (x, y) => (Math.hypot((x - cx) / rx, (y - cy) / ry) - 1) * Math.min(rx, ry)
const both = (a, b) => (x, y) => Math.max(a(x, y), b(x, y))
const below = (edge) => (_x, y) => edge - y
/** Wider at one end: half widths `top` and `bottom`. */
const taper =
  (cx, y0, y1, top, bottom, round = 0.03) =>
  (x, y) => {
    const t = Math.min(1, Math.max(0, (y - y0) / (y1 - y0)))
    const w = top + (bottom - top) * t - round
    return Math.max(Math.abs(x - cx) - w, Math.abs(y - (y0 + y1) / 2) - (y1 - y0) / 2 + round) - round
  }
const layer = (inside, tone = 1) => ({ inside, tone })

export const SHAPES = {
  mug: [
    layer(ring(0.42, 0.05, 0.22, 0.06), 0.85),
    layer(box(-0.05, 0.05, 0.42, 0.45, 0.1)),
    layer(oval(-0.05, -0.36, 0.4, 0.08), 0.65),
    layer(box(-0.3, 0.08, 0.04, 0.3, 0.04), 1.25),
  ],
  kettle: [
    layer(ring(0, -0.22, 0.4, 0.05), 0.6),
    layer(line(0.4, 0.2, 0.72, -0.12, 0.07), 0.9),
    layer(both(circle(0, 0.15, 0.5), (_x, y) => y - 0.5)),
    layer(oval(0, -0.28, 0.26, 0.07), 0.7),
    layer(circle(0, -0.38, 0.06), 0.5),
  ],
  board: [
    layer(box(0, 0.12, 0.42, 0.55, 0.1)),
    layer(box(0, -0.55, 0.1, 0.2, 0.08)),
    layer(circle(0, -0.64, 0.045), 1.6),
    layer(box(-0.14, 0.12, 0.015, 0.5), 0.85),
    layer(box(0.12, 0.12, 0.012, 0.5), 0.85),
  ],
  spoons: [-0.35, 0, 0.35].flatMap((x, i) => [
    layer(line(x, -0.1, x, 0.7, 0.045), 0.9 + i * 0.1),
    layer(oval(x, -0.35, 0.14, 0.26), 0.9 + i * 0.1),
    layer(oval(x, -0.36, 0.08, 0.18), 0.7),
  ]),
  apron: [
    layer(ring(0, -0.55, 0.2, 0.03), 0.7),
    layer(taper(0, -0.4, 0.65, 0.28, 0.5)),
    layer(box(0, 0.2, 0.24, 0.16), 0.82),
    layer(line(-0.42, 0, -0.72, 0.12, 0.03), 0.7),
    layer(line(0.42, 0, 0.72, 0.12, 0.03), 0.7),
  ],
  pan: [
    layer(line(0.3, -0.2, 0.78, -0.55, 0.07), 0.8),
    layer(circle(-0.1, 0.1, 0.55)),
    layer(circle(-0.1, 0.1, 0.45), 1.35),
    layer(circle(-0.2, 0, 0.12), 1.5),
  ],
  jar: [
    layer(box(0, 0.15, 0.4, 0.55, 0.14)),
    layer(box(0, 0.3, 0.33, 0.34, 0.1), 0.75),
    layer(box(0, -0.48, 0.3, 0.1, 0.04), 1.3),
    layer(box(-0.25, 0.1, 0.03, 0.3), 1.5),
  ],
  plate: [
    layer(circle(0, 0, 0.7)),
    layer(circle(0, 0, 0.62), 1.15),
    layer(circle(0, 0, 0.44), 1.05),
    layer(ring(0, 0, 0.44, 0.012), 0.85),
  ],
  bowl: [
    layer(both(circle(0, -0.1, 0.66), below(-0.1))),
    layer(oval(0, -0.1, 0.66, 0.14), 0.75),
    layer(oval(0, -0.08, 0.5, 0.08), 1.25),
    layer(box(0, 0.58, 0.24, 0.05), 0.8),
  ],
  carafe: [
    layer(taper(0, -0.6, -0.1, 0.2, 0.16)),
    layer(oval(0, 0.25, 0.42, 0.45)),
    layer(both(oval(0, 0.25, 0.35, 0.38), below(0.15)), 0.75),
    layer(box(0, -0.66, 0.22, 0.08, 0.03), 0.85),
  ],
  napkin: [
    layer(box(0.1, 0.1, 0.5, 0.5, 0.02), 0.75),
    layer(box(0, 0, 0.5, 0.5, 0.02)),
    layer(box(0, 0, 0.42, 0.42, 0.01), 1.12),
    layer(line(-0.4, 0.4, 0.4, -0.4, 0.012), 0.9),
  ],
  glass: [
    layer(both(oval(0, -0.3, 0.36, 0.5), below(-0.55)), 1.25),
    layer(both(oval(0, -0.3, 0.32, 0.45), below(-0.25))),
    layer(line(0, 0.15, 0, 0.62, 0.03), 1.2),
    layer(oval(0, 0.66, 0.3, 0.05), 1.2),
  ],
  cutlery: [
    layer(line(-0.35, -0.1, -0.35, 0.7, 0.05)),
    layer(oval(-0.35, -0.4, 0.13, 0.24)),
    layer(line(0, -0.6, 0, 0.7, 0.05), 0.85),
    layer(box(0.05, -0.35, 0.06, 0.33, 0.05), 0.85),
    layer(line(0.35, -0.1, 0.35, 0.7, 0.05)),
    ...[0.25, 0.35, 0.45].map((x) => layer(line(x, -0.62, x, -0.2, 0.03))),
  ],
  stand: [
    layer(taper(0, 0, 0.55, 0.08, 0.16), 0.8),
    layer(oval(0, 0.58, 0.34, 0.07), 0.85),
    layer(oval(0, 0, 0.68, 0.1)),
    layer(
      both(circle(0, -0.05, 0.4), (_x, y) => y + 0.04),
      0.7,
    ),
    layer(circle(0, -0.48, 0.07), 0.55),
  ],
  candle: [
    layer(box(0, 0.25, 0.3, 0.45, 0.06)),
    layer(oval(0, -0.2, 0.28, 0.06), 1.25),
    layer(line(0, -0.2, 0, -0.34, 0.015), 0.3),
    layer(oval(0, -0.48, 0.08, 0.16), 1.35),
    layer(box(0, 0.35, 0.3, 0.16, 0), 0.85),
  ],
  cushion: [
    layer(box(0, 0, 0.58, 0.58, 0.22)),
    layer(box(0, 0, 0.46, 0.46, 0.16), 1.1),
    layer(line(-0.3, -0.3, 0.3, 0.3, 0.015), 0.85),
    layer(line(0.3, -0.3, -0.3, 0.3, 0.015), 0.85),
    layer(circle(0, 0, 0.05), 0.7),
  ],
  blanket: [
    layer(box(0, 0.35, 0.62, 0.22, 0.14), 0.85),
    layer(box(0, 0.05, 0.6, 0.2, 0.14)),
    layer(box(0, -0.22, 0.58, 0.18, 0.13), 1.15),
    ...[-0.4, -0.2, 0, 0.2, 0.4].map((x) => layer(line(x, 0.52, x, 0.68, 0.02), 0.8)),
  ],
  lamp: [
    layer(taper(0, -0.65, -0.05, 0.28, 0.52)),
    layer(line(0, -0.05, 0, 0.5, 0.05), 0.55),
    layer(oval(0, 0.6, 0.32, 0.1), 0.6),
    layer(oval(0, -0.05, 0.5, 0.06), 1.3),
  ],
  vase: [
    layer(line(0, -0.5, 0.3, -0.8, 0.02), 0.5),
    layer(oval(0.34, -0.82, 0.1, 0.06), 0.8),
    layer(oval(0.12, -0.74, 0.09, 0.05), 0.8),
    layer(box(0, -0.32, 0.1, 0.28, 0.04)),
    layer(oval(0, 0.25, 0.38, 0.45)),
    layer(oval(-0.16, 0.15, 0.06, 0.2), 1.25),
  ],
  clock: [
    layer(circle(0, 0, 0.68)),
    layer(circle(0, 0, 0.58), 2.6),
    layer(line(0, 0, 0, -0.42, 0.03), 0.8),
    layer(line(0, 0, 0.28, 0.14, 0.035), 0.8),
    layer(circle(0, 0, 0.06), 0.6),
  ],
  frame: [
    layer(box(0, 0, 0.52, 0.66, 0.02)),
    layer(box(0, 0, 0.43, 0.57, 0.01), 1.7),
    layer(both(circle(-0.05, 0.55, 0.45), box(0, 0, 0.43, 0.57, 0)), 0.8),
    layer(circle(0.18, -0.25, 0.1), 1.2),
  ],
  plant: [
    layer(oval(-0.25, -0.35, 0.13, 0.34), 0.55),
    layer(oval(0.25, -0.35, 0.13, 0.34), 0.5),
    layer(oval(0, -0.45, 0.13, 0.38), 0.6),
    layer(taper(0, 0, 0.62, 0.46, 0.32)),
    layer(box(0, 0.02, 0.5, 0.09, 0.03), 1.12),
    layer(oval(0, 0.66, 0.42, 0.06), 0.85),
  ],
  can: [
    layer(line(0.3, 0.25, 0.8, -0.35, 0.05), 0.85),
    layer(ring(-0.4, 0.1, 0.28, 0.045), 0.75),
    layer(box(-0.05, 0.2, 0.42, 0.42, 0.08)),
    layer(oval(-0.05, -0.2, 0.4, 0.07), 0.7),
    layer(circle(0.8, -0.38, 0.09), 0.7),
  ],
  seeds: [
    layer(box(0, 0, 0.42, 0.64, 0.03)),
    layer(box(0, 0, 0.36, 0.58, 0.02), 1.5),
    layer(line(0, 0.4, 0, -0.1, 0.02), 0.7),
    layer(oval(-0.12, -0.05, 0.13, 0.07), 0.9),
    layer(oval(0.12, -0.18, 0.13, 0.07), 0.8),
    layer(oval(0, -0.32, 0.07, 0.13), 0.95),
  ],
  gloves: [-0.34, 0.34].flatMap((x, i) => [
    layer(box(x, 0.2, 0.22, 0.4, 0.12), 1 - i * 0.1),
    ...[-0.15, -0.05, 0.05, 0.15].map((f) => layer(line(x + f, -0.1, x + f, -0.5 + Math.abs(f), 0.05), 1 - i * 0.1)),
    layer(line(x + (i ? -0.2 : 0.2), 0.15, x + (i ? -0.32 : 0.32), -0.1, 0.05), 1 - i * 0.1),
    layer(box(x, 0.55, 0.22, 0.08, 0.03), 0.6),
  ]),
  house: [
    layer(box(0, 0.2, 0.4, 0.42, 0.02)),
    layer(line(0, -0.62, -0.58, -0.14, 0.06), 0.6),
    layer(line(0, -0.62, 0.58, -0.14, 0.06), 0.6),
    layer(both(box(0, -0.3, 0.42, 0.3, 0), (x, y) => Math.abs(x) * 0.83 - y - 0.58)),
    layer(circle(0, 0.05, 0.13), 0.3),
    layer(line(0, 0.32, 0, 0.36, 0.04), 0.6),
  ],
  lantern: [
    layer(ring(0, -0.58, 0.16, 0.03)),
    layer(taper(0, -0.5, -0.3, 0.12, 0.42)),
    layer(box(0, 0.15, 0.36, 0.46, 0.02)),
    layer(box(0, 0.15, 0.29, 0.39, 0.02), 2.9),
    layer(box(0, 0.32, 0.1, 0.2, 0.02), 2.2),
    layer(oval(0, 0.04, 0.04, 0.09), 3.2),
    layer(box(0, 0.62, 0.42, 0.05, 0.02)),
  ],
  book: [
    layer(box(0.04, 0.04, 0.48, 0.64, 0.03), 1.9),
    layer(box(0, 0, 0.48, 0.64, 0.05)),
    layer(box(-0.38, 0, 0.02, 0.64, 0), 0.8),
    layer(box(0.3, 0, 0.03, 0.64, 0), 0.7),
    layer(box(-0.02, -0.25, 0.2, 0.08, 0.02), 1.6),
  ],
  pen: [
    layer(line(-0.5, 0.5, 0.45, -0.45, 0.09)),
    layer(line(-0.2, 0.2, -0.16, 0.16, 0.1), 0.7),
    layer(line(-0.5, 0.5, -0.66, 0.66, 0.04), 0.6),
    layer(line(0.2, -0.34, 0.5, -0.64, 0.025), 1.25),
  ],
  tray: [
    layer(box(0, 0.05, 0.7, 0.42, 0.06)),
    layer(box(-0.33, 0.05, 0.29, 0.34, 0.03), 0.75),
    layer(box(0.35, -0.12, 0.27, 0.16, 0.03), 0.75),
    layer(box(0.35, 0.24, 0.27, 0.14, 0.03), 0.75),
    layer(line(-0.45, 0.2, -0.2, -0.15, 0.03), 1.4),
  ],
  case: [
    layer(box(0, 0.05, 0.66, 0.46, 0.06)),
    layer(box(0, -0.22, 0.66, 0.2, 0.06), 0.82),
    layer(box(0, -0.05, 0.06, 0.2, 0.02), 0.45),
    layer(circle(0, 0.08, 0.03), 1.6),
  ],
  bag: [
    layer(ring(0, -0.25, 0.28, 0.04), 0.7),
    layer(taper(0, -0.22, 0.66, 0.42, 0.52)),
    layer(box(0, -0.16, 0.42, 0.05, 0.02), 0.85),
    layer(circle(0, 0.25, 0.16), 0.8),
    layer(circle(0, 0.25, 0.11), 1.15),
  ],
  soap: [
    layer(box(0.06, 0.26, 0.56, 0.3, 0.16), 0.75),
    layer(box(0, 0.16, 0.56, 0.32, 0.16)),
    layer(oval(0, 0.12, 0.36, 0.16), 1.15),
    ...[
      [-0.3, -0.4, 0.12],
      [0.05, -0.52, 0.09],
      [0.3, -0.34, 0.07],
    ].map(([x, y, r]) => layer(ring(x, y, r, 0.015), 1.3)),
  ],
  towel: [
    layer(line(-0.72, -0.55, 0.72, -0.55, 0.04), 0.5),
    layer(box(0, 0.1, 0.46, 0.62, 0.04)),
    ...[-0.3, -0.15, 0, 0.15, 0.3].map((x) => layer(box(x, 0.05, 0.008, 0.5, 0), 0.85)),
    layer(box(0, 0.5, 0.46, 0.04, 0), 1.3),
    layer(box(0, 0.6, 0.46, 0.02, 0), 1.3),
  ],
  brush: [
    layer(line(0.1, 0.1, 0.66, 0.66, 0.07), 0.9),
    layer(oval(-0.25, -0.25, 0.42, 0.42)),
    layer(oval(-0.25, -0.25, 0.34, 0.34), 1.35),
    ...[-0.4, -0.25, -0.1].flatMap((x) => [-0.4, -0.25, -0.1].map((y) => layer(circle(x, y, 0.04), 0.75))),
  ],
  pouch: [
    layer(taper(0, -0.35, 0.65, 0.36, 0.5)),
    layer(taper(0, -0.65, -0.35, 0.42, 0.3), 1.15),
    layer(box(0, -0.34, 0.36, 0.035, 0.02), 0.55),
    layer(circle(0, 0.2, 0.22), 1.4),
    layer(oval(0, 0.2, 0.05, 0.14), 0.8),
  ],
  robe: [
    layer(line(-0.3, -0.45, -0.68, 0.3, 0.13), 0.9),
    layer(line(0.3, -0.45, 0.68, 0.3, 0.13), 0.9),
    layer(taper(0, -0.6, 0.72, 0.36, 0.46)),
    layer(line(0, 0, -0.18, -0.58, 0.045), 1.25),
    layer(line(0, 0, 0.18, -0.58, 0.045), 1.25),
    layer(box(0, 0.08, 0.4, 0.05, 0.02), 0.7),
    layer(line(0.05, 0.1, 0.14, 0.45, 0.03), 0.7),
  ],
}
