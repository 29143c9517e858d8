export type PictureFile = {
  mime: "image/png" | "image/jpeg" | "image/gif" | "image/webp"
  width: number
  height: number
}

/**
 * Kind and size of a picture by its own first bytes, whatever its name says; null when it is none that mails can show.
 * Reads the header only, decodes nothing.
 */
export function readPicture(bytes: Uint8Array): PictureFile | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = png(view) ?? gif(view) ?? webp(view) ?? jpeg(view)
  return found && found.width > 0 && found.height > 0 ? found : null
}

function png(view: DataView): PictureFile | null {
  if (view.byteLength < 24 || view.getUint32(0) !== 0x89504e47 || view.getUint32(4) !== 0x0d0a1a0a) return null
  return { mime: "image/png", width: view.getUint32(16), height: view.getUint32(20) }
}

function gif(view: DataView): PictureFile | null {
  if (view.byteLength < 10 || textAt(view, 0, 4) !== "GIF8") return null
  return { mime: "image/gif", width: view.getUint16(6, true), height: view.getUint16(8, true) }
}

/** The three kinds of the format: lossy, lossless, extended. */
function webp(view: DataView): PictureFile | null {
  if (view.byteLength < 30 || textAt(view, 0, 4) !== "RIFF" || textAt(view, 8, 4) !== "WEBP") return null
  const mime = "image/webp"
  const kind = textAt(view, 12, 4)
  if (kind === "VP8 ")
    return { mime, width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind === "VP8L") {
    const packed = view.getUint32(21, true)
    return { mime, width: (packed & 0x3fff) + 1, height: ((packed >> 14) & 0x3fff) + 1 }
  }
  if (kind !== "VP8X") return null
  const size = (at: number) => (view.getUint16(at, true) | (view.getUint8(at + 2) << 16)) + 1
  return { mime, width: size(24), height: size(27) }
}

/** Walks the segments up to the frame header (SOF0–SOF15 but the three that are none). */
function jpeg(view: DataView): PictureFile | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { mime: "image/jpeg", width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    const length = view.getUint16(at + 2)
    if (length < 2) return null
    at += 2 + length
  }
  return null
}

function textAt(view: DataView, at: number, length: number): string {
  return String.fromCharCode(...Array.from({ length }, (_, n) => view.getUint8(at + n)))
}
