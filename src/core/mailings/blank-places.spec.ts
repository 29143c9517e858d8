import { hasBlankPlace, MARK } from "./blank-places"

describe("a variable that may be empty", () => {
  it.each([
    ["a greeting", [`Hello ${MARK}, how are you?`], ["Hello , how are you?"], true],
    ["a greeting with a fallback", [`Hello ${MARK}, how are you?`], ["Hello friend, how are you?"], false],
    ["a greeting under a condition", [`Hello ${MARK}, good morning.`], ["Good morning."], false],
    ["a subject of nothing else", [MARK], [""], true],
    ["a subject of nothing else, with a fallback", [MARK], ["friend"], false],
    ["two places of which one has a fallback", [`${MARK}: hello ${MARK}!`], ["You: hello !"], true],
    ["no place at all", ["Hello."], ["Hello."], false],
    ["the second part", ["Hello.", `For ${MARK}`], ["Hello.", "For"], true],
  ])("is looked for in %s", (_name, marked, blank, wanted) => {
    expect(hasBlankPlace(marked, blank)).toBe(wanted)
  })
})
