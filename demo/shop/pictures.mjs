import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs"
import path from "node:path"
import { png } from "./png.mjs"
import { SHAPES } from "./shapes.mjs"

const SIZE = 400
/** Half the width of an edge's soft seam, in the shapes' units. */
const SEAM = 1.2 / SIZE
const { products } = JSON.parse(readFileSync(new URL("./catalogue.json", import.meta.url), "utf8"))

/** Paints the pictures that are missing in `folder`, one PNG per product (mail programs show no SVG), and counts them. */
export function paintAll(folder) {
  mkdirSync(folder, { recursive: true })
  const missing = products.filter(({ handle }) => !existsSync(path.join(folder, `${handle}.png`)))
  for (const product of missing) writeFileSync(path.join(folder, `${product.handle}.png`), paint(product))
  return missing.length
}

export function paint({ shape, colour, ground }) {
  const layers = [floor(), ...SHAPES[shape]].map((each) => inked(each, rgb(colour), rgb(ground)))
  const back = rgb(ground)
  const pixels = Buffer.alloc(SIZE * SIZE * 3)
  for (let row = 0; row < SIZE; row++)
    for (let column = 0; column < SIZE; column++) {
      const x = (column / SIZE) * 2.2 - 1.1
      const y = (row / SIZE) * 2.2 - 1.1
      paintPixel(pixels, (row * SIZE + column) * 3, { x, y, layers, back })
    }
  return png({ width: SIZE, height: SIZE, pixels })
}

/** The innermost loop: plain numbers, because an array per pixel made it five times slower. */
function paintPixel(pixels, at, { x, y, layers, back }) {
  const light = 1.03 - 0.06 * (y + 1)
  let [r, g, b] = back
  r *= light
  g *= light
  b *= light
  for (const { inside, seam, ink, isFlat } of layers) {
    const cover = Math.min(1, 0.5 - inside(x, y) / (2 * seam))
    if (cover <= 0) continue
    // Light comes from the upper left.
    const shade = isFlat ? 1 : 1.05 - 0.08 * (x + y)
    r += (ink[0] * shade - r) * cover
    g += (ink[1] * shade - g) * cover
    b += (ink[2] * shade - b) * cover
  }
  pixels[at] = Math.min(255, r)
  pixels[at + 1] = Math.min(255, g)
  pixels[at + 2] = Math.min(255, b)
}

function inked({ inside, tone, shadow }, colour, ground) {
  if (shadow) return { inside, seam: 0.12, ink: ground.map((part) => part * shadow), isFlat: true }
  return { inside, seam: SEAM, ink: toned(colour, tone), isFlat: false }
}

/** A soft shadow on which the thing stands. */
function floor() {
  return { inside: (x, y) => (Math.hypot(x / 0.7, (y - 0.74) / 0.1) - 1) * 0.1, shadow: 0.86 }
}

/** Below 1 darker, above 1 towards white, so that a dark colour gets a light side too. */
function toned(colour, tone) {
  if (tone <= 1) return colour.map((part) => part * tone)
  const share = 1 - 1 / tone
  return colour.map((part) => part + (255 - part) * share)
}

function rgb(hex) {
  return [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16))
}
