import { documentSchema } from "./document"
import { letterLocale } from "./letter-locale"

describe("the language of a letter", () => {
  const written = (change = {}) => documentSchema.parse({ version: 2, kind: "text", text: "Hello", ...change })

  it("is the one that it was written in, whatever the reader speaks", () => {
    expect(letterLocale(written(), "de", "en")).toBe("en")
    expect(letterLocale(written({ locale: "fr" }), null, "en")).toBe("fr")
  })

  it("is the reader's where it was translated, as exactly as it is known", () => {
    const translated = written({ translations: { de: { plain: null, text: "Hallo" } } })
    expect(letterLocale(translated, "de-AT", "en")).toBe("de-AT")
    expect(letterLocale(written(), "en-GB", "en")).toBe("en-GB")
  })
})
