import fc from "fast-check"

/** Any text, control characters often. `unit: "binary"` of fast-check is the same, but takes half a second to begin. */
export const anyText = fc.string({
  unit: fc
    .oneof(
      fc.integer({ max: 0xff, min: 0 }),
      fc.integer({ max: 0xd7ff, min: 0 }),
      fc.integer({ max: 0x10ffff, min: 0xe000 }),
    )
    .map((code) => String.fromCodePoint(code)),
})
