/** Basic table of the GSM 7-bit alphabet (3GPP TS 23.038, 6.2.1) without the escape to the extension. */
const BASIC = new Set(
  "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?" +
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà",
)
/** Extension table (6.2.1.1): each is sent as escape + letter, which no part may tear apart. */
const EXTENDED = new Set("\f^{}\\[~]|€")

/** In one message, and in each part of several: the header that joins them takes six bytes. */
const GSM_7 = { whole: 160, part: 153 }
const UCS_2 = { whole: 70, part: 67 }

export type SmsSize = {
  encoding: "GSM-7" | "UCS-2"
  /** In units of the encoding: septets, or 16-bit units (an emoji is two). */
  units: number
  /** How many messages the carrier counts; 0 for an empty text. */
  segments: number
  /** The letters because of which the whole text costs more than twice the room. */
  outside: string[]
}

/** How many SMS a text is. One letter outside of GSM-7 makes all of it UCS-2. */
export function smsSize(text: string): SmsSize {
  const letters = [...text]
  const outside = [...new Set(letters.filter((one) => !BASIC.has(one) && !EXTENDED.has(one)))]
  const isGsm = outside.length === 0
  const sizes = letters.map((one) => (isGsm ? (EXTENDED.has(one) ? 2 : 1) : one.length))
  const units = sizes.reduce((sum, size) => sum + size, 0)
  const segments = partsOf(sizes, units, isGsm ? GSM_7 : UCS_2)
  return { encoding: isGsm ? "GSM-7" : "UCS-2", units, segments, outside }
}

function partsOf(sizes: number[], units: number, { whole, part }: typeof GSM_7): number {
  if (units === 0) return 0
  if (units <= whole) return 1
  let parts = 1
  let room = part
  for (const size of sizes) {
    if (size > room) {
      parts += 1
      room = part
    }
    room -= size
  }
  return parts
}
