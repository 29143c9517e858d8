import fc from "fast-check"
import { countChanges, type Said } from "./count-changes"
import { judgeAnswer } from "./judge-answer"
import { numberAnswers } from "./number-answers"
import { pollIdsIn, pollSchema } from "./poll"
import { pollResult } from "./poll-result"
import { pollWords, type PollText } from "./poll-words"

const NOW = new Date("2026-11-22T12:00:00Z")
const COLOURS = [
  { number: 1, text: "Red" },
  { number: 2, text: "Blue" },
  { number: 4, text: "Green" },
]
const open = { answers: COLOURS, most_choices: 1, closes_at: null }

describe("what a poll may be", () => {
  const input = { name: "Colours", question: "Which colour?", answers: [{ text: "Red" }, { text: "Blue" }] }

  it("begins with one choice, open for ever, its result shown", () => {
    expect(pollSchema.parse(input)).toMatchObject({ most_choices: 1, closes_at: null, is_result_shown: true })
  })

  it.each([
    ["one answer", { ...input, answers: [{ text: "Red" }] }],
    ["eleven answers", { ...input, answers: Array.from({ length: 11 }, (_, n) => ({ text: `No. ${n}` })) }],
    ["an empty answer", { ...input, answers: [{ text: "Red" }, { text: "  " }] }],
    ["a variable in its question", { ...input, question: "{{ contact.firstName }}, which colour?" }],
    ["no question", { ...input, question: " " }],
    ["a closing time that is none", { ...input, closes_at: "tomorrow" }],
  ])("is not one with %s", (_, wrong) => expect(pollSchema.safeParse(wrong).success).toBe(false))
})

describe("the numbers of answers", () => {
  it("go on from the last that was ever given, so that an old link chooses nothing new", () => {
    const given = [
      { number: 2, text: "Blue" },
      { number: null, text: "Yellow" },
    ]
    expect(numberAnswers(given, COLOURS, 4)).toEqual({
      kind: "numbered",
      answers: [
        { number: 2, text: "Blue" },
        { number: 5, text: "Yellow" },
      ],
      lastNumber: 5,
    })
  })

  it("cannot be made up, nor stand there twice", () => {
    const twice = [
      { number: 1, text: "Red" },
      { number: 1, text: "Crimson" },
    ]
    expect(numberAnswers([{ number: 3, text: "Pink" }], COLOURS, 4)).toEqual({ kind: "unknown_number", number: 3 })
    expect(numberAnswers(twice, COLOURS, 4)).toEqual({ kind: "unknown_number", number: 1 })
  })

  it("do not tell two answers of the same words apart", () => {
    const given = [
      { number: null, text: "Red" },
      { number: null, text: "red" },
    ]
    expect(numberAnswers(given, [], 0)).toEqual({ kind: "same_text", text: "red" })
  })
})

describe("an answer", () => {
  it("counts while the poll is open, each choice once", () => {
    expect(judgeAnswer({ ...open, most_choices: 2 }, [4, 1, 4], NOW)).toEqual({ kind: "counts", answers: [1, 4] })
  })

  it.each([
    ["closed", { ...open, closes_at: NOW }, [1]],
    ["nothing_chosen", open, []],
    ["too_many", open, [1, 2]],
    ["not_offered", open, [3]],
  ] as const)("is refused as %s", (reason, poll, chosen) =>
    expect(judgeAnswer({ ...poll, answers: [...poll.answers] }, [...chosen], NOW)).toEqual({ kind: "refused", reason }),
  )
})

describe("what is counted", () => {
  const said = fc.option(
    fc.record({
      answers: fc.uniqueArray(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
      source: fc.constantFrom("", "mail_a", "mail_b"),
    }),
  )

  it("is after any row of changes what counting anew would give", () => {
    fc.assert(
      fc.property(fc.array(said, { maxLength: 12 }), (words) => {
        const counters = new Map<string, number>()
        let before: Said | null = null
        for (const after of words) {
          for (const { source, answer, by } of countChanges(before, after))
            counters.set(`${source} ${answer}`, (counters.get(`${source} ${answer}`) ?? 0) + by)
          before = after
        }
        const expected = before ? [0, ...before.answers].map((answer) => [`${before!.source} ${answer}`, 1]) : []
        expect([...counters].filter(([, n]) => n !== 0).sort()).toEqual(expected.sort())
      }),
    )
  })

  it("gives shares of the people who answered; nobody yet is no share at all", () => {
    const counts = [
      { answer: 0, people: 4 },
      { answer: 1, people: 3 },
      { answer: 2, people: 2 },
    ]
    expect(pollResult(COLOURS, counts).answers.map(({ people, share }) => [people, share])).toEqual([
      [3, 0.75],
      [2, 0.5],
      [0, 0],
    ])
    expect(pollResult(COLOURS, []).answers[0]).toEqual({ number: 1, text: "Red", people: 0, share: null })
  })
})

describe("the words of a poll", () => {
  const poll: PollText = {
    id: "mpoll_0123456789abcdef01234567",
    locale: "en",
    question: "Which colour?",
    answers: COLOURS,
    thanks: "Thank you!",
    most_choices: 1,
    translations: { de: { question: "Welche Farbe?", thanks: "", answers: { 1: "Rot" } } },
  }

  it("are said in the reader's language, what is missing in the poll's own", () => {
    const { question, thanks, answers } = pollWords(poll, "de-AT", "en")
    expect([question, thanks, ...answers.map(({ text }) => text)]).toEqual([
      "Welche Farbe?",
      "Thank you!",
      "Rot",
      "Blue",
      "Green",
    ])
  })

  it("are the original for a reader of its own language and of one that it does not speak", () => {
    expect(pollWords(poll, "en-GB", "de").question).toBe("Which colour?")
    expect(pollWords(poll, "fr", "de").question).toBe("Which colour?")
  })
})

it("finds the polls that a document names, in blocks and in Liquid", () => {
  const [a, b] = ["mpoll_0123456789abcdef01234567", "mpoll_ffffffffffffffffffffffff"]
  const document = {
    blocks: [
      { type: "poll", pollId: a },
      { type: "html", html: `{% poll "${b}" %} ${a}` },
    ],
  }
  expect(pollIdsIn(document)).toEqual([a, b])
  expect(pollIdsIn(null)).toEqual([])
})
