import { crc32, deflateSync } from "node:zlib"

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/** A PNG (8 bits, RGB, no alpha) of `pixels`, three bytes each, row by row: https://www.w3.org/TR/png-3/. */
export function png({ width, height, pixels }) {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, 0], 8)
  return Buffer.concat([
    SIGNATURE,
    chunk("IHDR", header),
    chunk("IDAT", deflateSync(scanLines(width, height, pixels))),
    chunk("IEND", Buffer.alloc(0)),
  ])
}

/** Every line begins with its filter; 2 (the difference to the line above) makes flat pictures small. */
function scanLines(width, height, pixels) {
  const stride = width * 3
  const lines = Buffer.alloc(height * (stride + 1))
  for (let y = 0; y < height; y++) {
    lines[y * (stride + 1)] = 2
    for (let x = 0; x < stride; x++)
      lines[y * (stride + 1) + 1 + x] = pixels[y * stride + x] - (y ? pixels[(y - 1) * stride + x] : 0)
  }
  return lines
}

function chunk(type, body) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), body])
  const framed = Buffer.alloc(named.length + 8)
  framed.writeUInt32BE(body.length, 0)
  named.copy(framed, 4)
  framed.writeUInt32BE(crc32(named), named.length + 4)
  return framed
}
