import { abItems, type AbFacts } from "./ab-checklist"
import { ASSUMED } from "./ab-outlook"

const facts = (change: Partial<AbFacts> = {}, test: Partial<AbFacts["test"]> = {}): AbFacts => ({
  test: {
    variants: [{}, { subject: "Other" }],
    share: 20,
    criterion: "open",
    wait_hours: 4,
    decide: "automatic",
    fallback: 1,
    ...test,
  },
  mailing: { subject: "One", preheader: "", document: {}, sender_id: null },
  controlShare: 0,
  isTracked: true,
  isLocal: false,
  problems: [[], []],
  rates: ASSUMED,
  ...change,
})
const many = { recipients: 20_000, seen: 10_000 }
const sentences = (one: AbFacts | null, people: Parameters<typeof abItems>[1] = many) =>
  abItems(one, people).map(({ key, ok, severity, sentence }) => `${key} ${ok ? "ok" : severity}: ${sentence}`)

describe("what is said before an A/B test starts", () => {
  it("is nothing where there is none", () => expect(abItems(null, many)).toEqual([]))

  it("names the difference that so many people can show", () => {
    expect(sentences(facts())[0]).toMatch(
      /^ab_test ok: A\/B test: 1000 people for each variant; a difference shows if one has 25 % and the better one 3\d(\.\d)? % or more\.$/,
    )
    expect(sentences(facts({}, { criterion: "revenue", share: 90 }), { recipients: 400_000, seen: 0 })[0]).toMatch(
      /180000 people.*if the better one brings \d+(\.\d)? % more\.$/,
    )
  })

  it("is too few where nothing could be seen; a decision by hand may go on", () => {
    const few = { recipients: 300, seen: 100 }
    expect(sentences(facts(), few)[0]).toMatch(
      /^ab_too_few blocks: Too few for the A\/B test: each variant would reach 10/,
    )
    expect(sentences(facts({}, { decide: "manual" }), few)[0]).toMatch(/^ab_too_few warning/)
    expect(sentences(facts(), { recipients: 20_000, seen: 0 })[0]).toMatch(/reach 0 people/)
  })

  it("names what is wrong with the variants, whether somebody was counted or not", () => {
    const wrong = (one: AbFacts) => expect(sentences(one, null)[0])
    wrong(facts({}, { variants: [{}, { subject: "One" }] })).toMatch(/blocks: Variants A and B are the same\.$/)
    wrong(facts({}, { variants: [{}, { subject: " " }] })).toMatch(/Variant B has no subject/)
    wrong(facts({ problems: [[], [{ block: 1, problem: "button_without_link" }]] })).toMatch(/content of variant B/)
    wrong(facts({ isTracked: false })).toMatch(/tracking is off/)
    wrong(facts({ isLocal: true }, { variants: [{}, { time: "18:00" }] })).toMatch(/own time/)
    expect(sentences(facts(), null)).toEqual([])
    expect(sentences(facts({ isTracked: false }, { criterion: "order", share: 90 }))[0]).toMatch(/ok/)
  })
})
