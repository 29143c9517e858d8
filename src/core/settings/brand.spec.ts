import { FONT_NAMES, FONTS } from "../templates/fonts"
import { brandSchema } from "./sender"

describe("the brand of a sender", () => {
  it("has a font and no line in the footer where nobody chose", () => {
    expect(brandSchema.parse({})).toMatchObject({ font: "system", footerText: "" })
  })

  it("takes only fonts that mail programs have, each with what comes next", () => {
    expect(brandSchema.safeParse({ font: "Comic Sans" }).success).toBe(false)
    for (const font of FONT_NAMES) expect(FONTS[font]).toMatch(/, (sans-)?serif$/)
  })

  it("refuses variables and line breaks below every mail", () => {
    for (const footerText of ["{{ shop.name }}", "{% if x %}", "two\nlines"])
      expect(brandSchema.safeParse({ footerText }).success).toBe(false)
  })
})
