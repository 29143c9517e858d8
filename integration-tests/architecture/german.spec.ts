import { allSaid, inGerman } from "../../admin/texts/de/said/in-german"
import { effectText } from "../../src/core/reports/why"
import { reasonsOfEffects, sentencesOfServer } from "./sentences"

const SAMPLES = ["alpha", "bravo", "charlie", "delta"]
const filled = (text: string) => text.replace(/\{(\d)!?\}/g, (_, n: string) => SAMPLES[Number(n)]!)

// The API says everything in English; the admin words it by the sentence itself. So a sentence that is written anew, or
// otherwise, needs its German in admin/texts/de/said in the same commit.
describe("what the server says to the owner, in German", () => {
  it("has words for every sentence", () => {
    const without = sentencesOfServer().filter(({ text }) => inGerman(filled(text)) === filled(text))
    expect(without.map(({ text, where }) => `${where}  ${text}`)).toEqual([])
  })

  it("has a sentence, and words for it, for every reason with which an effect may end", () => {
    const reasons = reasonsOfEffects()
    expect(reasons.length).toBeGreaterThan(10)
    const without = reasons.filter(({ text }) => {
      const sentence = effectText(text)
      return sentence === text || inGerman(sentence) === sentence
    })
    expect(without.map(({ text, where }) => `${where}  ${text}`)).toEqual([])
  })

  it("says each of them as it was written, whatever else is like it", () => {
    const otherwise = allSaid.filter(([english, german]) => inGerman(filled(english)) !== filled(german))
    expect(otherwise).toEqual([])
  })
})
