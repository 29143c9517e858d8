/** A colour as `#rgb` or `#rrggbb`, or the given one when it is anything else. */
export function safeColor(color: string, otherwise: string): string {
  return /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(color) ? color.toLowerCase() : otherwise
}

/** Black or white, whichever has the higher contrast on this colour. */
export function readableOn(color: string): "#ffffff" | "#111111" {
  return contrast(color, "#ffffff") >= contrast(color, "#111111") ? "#ffffff" : "#111111"
}

/** 1 (the same) to 21 (black and white), WCAG 2.2. */
export function contrast(one: string, other: string): number {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (light! + 0.05) / (dark! + 0.05)
}

/** 0 (black) to 1 (white). */
function luminance(color: string): number {
  const hex = color.length === 4 ? [...color.slice(1)].map((digit) => digit + digit).join("") : color.slice(1)
  const [red, green, blue] = [0, 2, 4].map((at) => linear(parseInt(hex.slice(at, at + 2), 16) / 255))
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}

function linear(channel: number): number {
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
}
