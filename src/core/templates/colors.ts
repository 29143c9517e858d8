/** A colour as `#rgb` or `#rrggbb`, or the given one when it is anything else. */
export function safeColor(color: string, otherwise: string): string {
  return /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.test(color) ? color.toLowerCase() : otherwise
}

/** Black or white, whichever has the higher contrast on this colour (WCAG 2.2, relative luminance). */
export function readableOn(color: string): "#ffffff" | "#111111" {
  const light = luminance(color)
  return 1.05 / (light + 0.05) >= (light + 0.05) / 0.055 ? "#ffffff" : "#111111"
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
