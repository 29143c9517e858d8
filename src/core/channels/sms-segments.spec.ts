import { smsSize } from "./sms-segments"

describe("how many SMS a text is (3GPP TS 23.038)", () => {
  it.each([
    ["nothing", "", "GSM-7", 0, 0],
    ["a full one", "a".repeat(160), "GSM-7", 160, 1],
    ["one letter more", "a".repeat(161), "GSM-7", 161, 2],
    ["two full parts", "a".repeat(306), "GSM-7", 306, 2],
    ["three parts", "a".repeat(307), "GSM-7", 307, 3],
    ["umlauts, which GSM-7 has", "äöüßÄÖÜ à é ñ", "GSM-7", 13, 1],
    ["a euro sign, which counts twice", "€".repeat(80), "GSM-7", 160, 1],
    ["an accent that GSM-7 lacks", "á".repeat(70), "UCS-2", 70, 1],
    ["one of those more", "á".repeat(71), "UCS-2", 71, 2],
    ["an emoji, which is two units", "🎉".repeat(35), "UCS-2", 70, 1],
  ])("counts %s", (_, text, encoding, units, segments) => {
    expect(smsSize(text)).toMatchObject({ encoding, units, segments })
  })

  it("tears neither an escaped letter nor an emoji apart", () => {
    // 152 + 2 do not fit into 153: the sign begins the next part.
    expect(smsSize(`${"a".repeat(152)}€${"a".repeat(151)}`).segments).toBe(2)
    expect(smsSize(`${"a".repeat(152)}€${"a".repeat(152)}`).segments).toBe(3)
    expect(smsSize(`${"á".repeat(66)}🎉${"á".repeat(65)}`).segments).toBe(2)
    expect(smsSize(`${"á".repeat(66)}🎉${"á".repeat(66)}`).segments).toBe(3)
  })

  it("names the letters that make it long", () => {
    expect(smsSize("déjà vu “ok” 🎉").outside).toEqual(["“", "”", "🎉"])
  })
})
