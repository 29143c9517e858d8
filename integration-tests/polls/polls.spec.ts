import { pollSchema, type PollInput } from "../../src/core/polls/poll"
import { readToken, signingKeyOf, mintPollToken } from "../../src/core/tracking/tokens"
import type { Rule } from "../../src/core/segments/rule"
import { compileContent } from "../../src/rendering/compile-content"
import { renderMessage } from "../../src/rendering/render-message"
import { contentSchema } from "../../src/core/templates/document"
import { aBrand, anInput } from "../content/fixtures"
import { openMailroom } from "../support/database"
import { aMessage } from "../support/messages"
import { aContact } from "../support/people"
import { anAutomation, entrantsOf, look } from "../support/trigger-clocks"

type Opened = Awaited<ReturnType<typeof openMailroom>>
type Change = Partial<Omit<PollInput, "answers">> & { answers?: { number?: number; text: string }[] }

describe("polls (F56)", () => {
  let opened: Opened
  let n = 0
  beforeAll(async () => {
    opened = await openMailroom({ runtime: "manual" })
  })
  afterAll(() => opened.close())

  const rows = <Row = Record<string, any>>(text: string, ...values: unknown[]) =>
    opened.mailroom.db.query<Row>({ text, values })

  function input(change: Change = {}): PollInput {
    const answers = [{ text: "Red" }, { text: "Blue" }, { text: "Green" }]
    return pollSchema.parse({ name: `Colours ${++n}`, question: "Which colour?", answers, ...change })
  }
  const aPoll = (change: Change = {}) => opened.mailroom.polls.create(input(change), null)
  async function aReader(sourceId = "mlg_test", change = {}) {
    const person = await aContact(opened.mailroom, `voter${++n}@example.com`)
    const messageId = await aMessage(opened.mailroom, person, { sourceId, ...change })
    return { ...person, messageId }
  }
  const answer = (pollId: string, { messageId }: { messageId: string }, ...chosen: number[]) =>
    opened.mailroom.pollAnswers.answer({ pollId, messageId, chosen })
  const resultOf = async (id: string) => {
    const { people, answers, sources } = await opened.mailroom.polls.report(await opened.mailroom.polls.get(id))
    return {
      people,
      counts: answers.map((one) => one.people),
      sources: sources.map((one) => [one.source_id, one.people]),
    }
  }
  /** What counting every answer anew would give. */
  const recounted = async (id: string) =>
    rows(
      `SELECT source_id, answer::int, count(*)::int AS people FROM mailroom.poll_answer, unnest(0::smallint || answers) AS answer
       WHERE poll_id = $1 GROUP BY 1, 2 ORDER BY 1, 2`,
      id,
    )
  const counted = async (id: string) =>
    rows(
      `SELECT source_id, answer::int, people FROM mailroom.poll_count WHERE poll_id = $1 AND people <> 0 ORDER BY 1, 2`,
      id,
    )

  describe("an answer", () => {
    it("counts once a person: the last one, for the mail that it was given by", async () => {
      const { id } = await aPoll()
      const [ada, bob] = [await aReader("mlg_a"), await aReader("mlg_b")]
      expect(await answer(id, ada, 1)).toEqual({ kind: "counted", isChange: false })
      expect(await answer(id, ada, 1)).toEqual({ kind: "unchanged" })
      expect(await answer(id, bob, 2)).toEqual({ kind: "counted", isChange: false })
      expect(await resultOf(id)).toMatchObject({ people: 2, counts: [1, 1, 0] })

      const again = await aMessage(opened.mailroom, { ...ada, email: ada.emailNorm }, { sourceId: "mlg_b" })
      expect(await answer(id, { messageId: again }, 3)).toEqual({ kind: "counted", isChange: true })
      expect(await resultOf(id)).toEqual({ people: 2, counts: [0, 1, 1], sources: [["mlg_b", 2]] })
      expect(await opened.mailroom.polls.ofSource("mlg_a")).toEqual([])
    })

    it("takes several choices up to the limit, and refuses what was not asked", async () => {
      const { id } = await aPoll({ most_choices: 2 })
      const ada = await aReader()
      expect(await answer(id, ada, 1, 2, 3)).toEqual({ kind: "refused", reason: "too_many" })
      expect(await answer(id, ada)).toEqual({ kind: "refused", reason: "nothing_chosen" })
      expect(await answer(id, ada, 4)).toEqual({ kind: "refused", reason: "not_offered" })
      await answer(id, ada, 3, 1)
      expect(await resultOf(id)).toMatchObject({ people: 1, counts: [1, 0, 1] })
    })

    it("is not counted of a test, after the end, or of nobody in particular", async () => {
      const { id } = await aPoll()
      const tried = await aReader("mlg_test", { isTest: true, kind: "test" })
      expect(await answer(id, tried, 1)).toEqual({ kind: "not_counted" })
      const nobody = await aMessage(opened.mailroom, { email: "x@example.com", contactId: null, addressId: null })
      expect(await answer(id, { messageId: nobody }, 1)).toEqual({ kind: "not_counted" })
      const over = await aPoll({ closes_at: "2020-01-01T00:00:00Z" })
      expect(await answer(over.id, await aReader(), 1)).toEqual({ kind: "refused", reason: "closed" })
      expect(await answer("mpoll_000000000000000000000000", await aReader(), 1)).toEqual({ kind: "gone" })
      expect(await resultOf(id)).toMatchObject({ people: 0 })
    })

    it("keeps the counters right while many answer and change at once, and one is erased", async () => {
      const { id } = await aPoll({ most_choices: 3 })
      const people = await Promise.all(Array.from({ length: 6 }, (_, n) => aReader(n % 2 ? "mlg_odd" : "mlg_even")))
      await Promise.all(
        people.flatMap((one, n) => [answer(id, one, 1), answer(id, one, 1 + (n % 3)), answer(id, one, 2, 3)]),
      )
      expect(await counted(id)).toEqual(await recounted(id))
      const [gone] = people
      await opened.mailroom.erasures.erase(gone!.contactId, { confirm: gone!.emailNorm, by: null })
      expect(await counted(id)).toEqual(await recounted(id))
      expect(await resultOf(id)).toMatchObject({ people: 5 })
      expect(await answer(id, gone!, 1)).toEqual({ kind: "not_counted" })
    })
  })

  describe("a poll", () => {
    it("keeps answers that somebody gave, and gives no number twice", async () => {
      const { polls } = opened.mailroom
      const poll = await aPoll()
      await answer(poll.id, await aReader(), 1)
      const change = (answers: { number: number | null; text: string }[]) =>
        polls.update(poll.id, { ...input({ name: poll.name }), answers, revision: 1 })
      await expect(
        change([
          { number: 2, text: "Blue" },
          { number: 3, text: "Green" },
        ]),
      ).rejects.toThrow(/"Red"/)
      const { answers } = await change([
        { number: 1, text: "Crimson" },
        { number: 2, text: "Blue" },
        { number: null, text: "Pink" },
      ])
      expect(answers).toEqual([
        { number: 1, text: "Crimson" },
        { number: 2, text: "Blue" },
        { number: 4, text: "Pink" },
      ])
      await expect(change([])).rejects.toThrow(/revision 2/)
    })

    it("cannot be deleted while a mail to come or a segment asks for it, and says which", async () => {
      const { mailroom } = opened
      const poll = await aPoll()
      const document = { version: 2, kind: "html", html: `{% poll ${poll.id} %}` }
      await rows(
        `INSERT INTO mailroom.mailing (id, kind, name, subject, document) VALUES ('mlg_asks', 'newsletter', 'October', 'Hello', $1)`,
        JSON.stringify(document),
      )
      const rule: Rule = { version: 1, match: "all", rules: [{ kind: "poll", op: "answered", poll_id: poll.id }] }
      const segment = await mailroom.segments.create({ name: "Voters", kind: "rule", rule }, null)
      await expect(mailroom.polls.remove(poll.id)).rejects.toThrow(/is used by "October", "Voters"/)
      await rows(`UPDATE mailroom.mailing SET state = 'sent' WHERE id = 'mlg_asks'`)
      await mailroom.segments.remove(segment.id)
      await mailroom.polls.remove(poll.id)
      await expect(mailroom.polls.get(poll.id)).rejects.toThrow(/There is no poll/)
    })

    it("names who answered, page by page and as CSV", async () => {
      const { pollAnswers, polls } = opened.mailroom
      const poll = await aPoll()
      const people = [await aReader(), await aReader(), await aReader()]
      for (const one of people) await answer(poll.id, one, 1)
      await answer(poll.id, people[1]!, 2)
      const first = await pollAnswers.people(poll.id, { limit: 2 })
      const second = await pollAnswers.people(poll.id, { limit: 2, cursor: first.next_cursor! })
      const found = [...first.people, ...second.people].map(({ contact_id: id }) => id)
      expect(found.sort()).toEqual(people.map(({ contactId }) => contactId).sort())
      expect(second.next_cursor).toBeNull()
      expect(
        (await pollAnswers.people(poll.id, { answer: 2, limit: 5 })).people.map(({ contact_id: id }) => id),
      ).toEqual([people[1]!.contactId])
      let csv = ""
      for await (const line of pollAnswers.peopleCsv(await polls.get(poll.id))) csv += line
      expect(csv.split("\r\n")).toHaveLength(5)
      expect(csv).toContain(`${people[1]!.emailNorm},Ada,,Blue,`)
    })
  })

  it("answers are a rule of segments", async () => {
    const { id } = await aPoll()
    const [red, blue, silent] = [await aReader(), await aReader(), await aReader()]
    await answer(id, red, 1)
    await answer(id, blue, 2)
    const among = [red, blue, silent].map(({ contactId }) => contactId)
    const found = async (condition: object) => {
      const rule = { version: 1, match: "all", rules: [{ kind: "poll", poll_id: id, ...condition }] } as Rule
      return [...(await opened.mailroom.segmentMembers.among(rule, among))].sort()
    }
    expect(await found({ op: "answered" })).toEqual([red.contactId, blue.contactId].sort())
    expect(await found({ op: "answered", answers: [2, 3] })).toEqual([blue.contactId])
    expect(await found({ op: "not_answered" })).toEqual([silent.contactId])
    expect(await found({ op: "not_answered", answers: [1] })).toEqual([blue.contactId, silent.contactId].sort())
    expect(await found({ op: "answered", within: { kind: "longer_ago", days: 1 } })).toEqual([])
  })

  it("the trigger poll.answered lets a person in once for each answer, of those that it waits for", async () => {
    const { mailroom } = opened
    const { id } = await aPoll()
    const early = await aReader()
    await answer(id, early, 1)
    await rows(`UPDATE mailroom.poll_answer SET answered_at = answered_at - interval '2 h' WHERE poll_id = $1`, id)
    const hourAgo = new Date(Date.now() - 3_600_000)
    const any = await anAutomation(
      mailroom,
      { kind: "poll.answered", settings: { pollId: id } },
      { switchedOn: hourAgo },
    )
    const blue = await anAutomation(
      mailroom,
      { kind: "poll.answered", settings: { pollId: id, answers: [2] } },
      { switchedOn: hourAgo },
    )
    const ada = await aReader()
    await answer(id, ada, 1)
    await look(mailroom)
    await answer(id, ada, 2)
    await look(mailroom)
    await look(mailroom)
    expect((await entrantsOf(mailroom, any)).map((one) => one.contact_id)).toEqual([ada.contactId, ada.contactId])
    const [entrant, ...others] = await entrantsOf(mailroom, blue)
    expect(others).toEqual([])
    expect(entrant!.payload).toMatchObject({
      poll_id: id,
      answers: [2],
      data: { question: "Which colour?", answer: "Blue" },
    })
  })

  describe("in a mail", () => {
    const poll = {
      id: "mpoll_0123456789abcdef01234567",
      locale: "en",
      question: "Which <colour>?",
      answers: [
        { number: 1, text: "Red & warm" },
        { number: 3, text: "Blue" },
      ],
      thanks: "",
      most_choices: 1,
      translations: { de: { question: "Welche Farbe?", thanks: "", answers: {} } },
    }
    const made = (document: object, locale = "en", change = {}) => {
      const content = contentSchema.parse({ subject: "Hello", document: { version: 2, ...document } })
      const polls = new Map([[poll.id, poll]])
      const compiled = compileContent({ content, locale, shopLocale: "en", brand: aBrand(), isMarketing: true, polls })
      return renderMessage(
        { ...compiled, versionId: null },
        anInput({
          linkUrl: (index) => `https://mail.example/c/${index}`,
          pollUrl: (id, number) => `https://mail.example/q/${id}/${number}`,
          unsubscribeUrl: "https://mail.example/u",
          ...change,
        }),
      )
    }
    const block = { kind: "blocks", blocks: [{ id: "ask", type: "poll", pollId: poll.id }] }

    it("is a question with a link for each answer, never tracked, in the reader's language", () => {
      const { html, text, dynamicLinks } = made(block)
      expect(html).toContain("Which &lt;colour&gt;?")
      expect(html).toContain(`href="https://mail.example/q/${poll.id}/1"`)
      expect(text).toContain(`Red & warm: https://mail.example/q/${poll.id}/1`)
      expect(dynamicLinks).toEqual([])
      expect(made(block, "de").html).toContain("Welche Farbe?")
    })

    it("stands in an own text where its tag does, and an own link leads to it", () => {
      const html = `<p>Hi</p>{% poll "${poll.id}" %}<a href="{{ '${poll.id}' | poll_url }}">Answer</a>`
      const own = made({ kind: "html", html })
      expect(own.html).toContain(`href="https://mail.example/q/${poll.id}/3"`)
      expect(own.html).toContain(`href="https://mail.example/q/${poll.id}/0"`)
      const letter = made({ kind: "text", text: `Hi\n\n{% poll ${poll.id} %}` })
      expect(letter.text).toContain(`Blue: https://mail.example/q/${poll.id}/3`)
    })

    it("asks nobody in the public archive, and says nothing when it was deleted", () => {
      expect(made(block, "en", { context: { isArchive: true } }).html).not.toContain("mail.example/q")
      expect(made({ ...block, blocks: [{ id: "ask", type: "poll", pollId: "mpoll_x" }] }).html).not.toContain("colour")
    })
  })

  it("the link of an answer says whose mail, which poll and which answer, and cannot be bent", async () => {
    const keys = await opened.mailroom.keyring.signingKeys()
    const [messageId, pollId] = ["0193a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b", "mpoll_0123456789abcdef01234567"]
    const token = mintPollToken({ key: signingKeyOf(keys), messageId, pollId, answer: 3 })
    expect(readToken(keys, token)).toEqual({ type: "q", messageId, pollId, answer: 3 })
    const bytes = Buffer.from(token, "base64url")
    bytes[20] = bytes[20]! ^ 1
    expect(readToken(keys, bytes.toString("base64url"))).toBeNull()
  })
})
