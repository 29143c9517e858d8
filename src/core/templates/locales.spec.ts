import { countryName } from "./country-name"
import { directionOf } from "./direction"
import { localeFallbacks, nearestBuiltinLocale } from "./locales"

describe("languages", () => {
  it("fall back from the place to the language to the shop's, then English", () => {
    expect(localeFallbacks("de-AT", "fr")).toEqual(["de-AT", "de", "fr", "en"])
    expect(localeFallbacks("zh_Hans_CN")).toEqual(["zh-Hans-CN", "zh-Hans", "zh", "en"])
    expect(localeFallbacks("")).toEqual(["en"])
  })
  it("are the built-ins' nearest", () => {
    expect(["de-CH", "IT", "pl", "es_MX"].map(nearestBuiltinLocale)).toEqual(["de", "it", "en", "es"])
  })
  it("know which way they are written", () => {
    expect(["ar-EG", "he", "fa", "de", "arn"].map(directionOf)).toEqual(["rtl", "rtl", "rtl", "ltr", "ltr"])
  })
  it("name countries", () => {
    expect(countryName("de", "fr")).toBe("Allemagne")
    expect(countryName("Atlantis", "en")).toBe("Atlantis")
  })
})
