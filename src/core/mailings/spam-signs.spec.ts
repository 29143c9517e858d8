import { contentSchema } from "../templates/document"
import { spamFeatures, type SpamFeatures } from "./spam-features"
import { LIKELY_SPAM, SPAM_SIGNS, spamScore, type SpamSignKey } from "./spam-signs"
import { contentSpamScore, spamVerdict } from "./spam-verdict"

const words = (n: number) => Array.from({ length: n }, (_, i) => `word${i}`).join(" ")
const plain: SpamFeatures = { subject: "New lamps in November", text: words(80), pictures: 1, products: 0, links: [] }
const link = (url: string, label = "Look") => ({ url, label })
const signsOf = (change: Partial<SpamFeatures>) => spamScore({ ...plain, ...change }).signs.map(({ key }) => key)

describe("the signs of spam", () => {
  it("are numbered without a gap, and each has a weight", () => {
    expect(SPAM_SIGNS.map(({ no }) => no)).toEqual(SPAM_SIGNS.map((_, index) => index + 1))
    expect(new Set(SPAM_SIGNS.map(({ key }) => key)).size).toBe(SPAM_SIGNS.length)
    expect(SPAM_SIGNS.every(({ weight, most }) => weight > 0 && most > 0)).toBe(true)
  })

  it("are not found in an ordinary newsletter", () => {
    expect(spamScore(plain)).toEqual({ points: 0, signs: [] })
    expect(spamScore({ ...plain, subject: "Is it time for new lamps? 50% off USB-C lights! 🎉" }).points).toBe(0)
  })

  it.each([
    ["subject_capitals", { subject: "BIG SALE TODAY" }],
    ["subject_marks", { subject: "Only today!!" }],
    ["subject_marks", { subject: "Now! Here! Yours!" }],
    ["subject_reply", { subject: "Re: your order" }],
    ["subject_reply", { subject: "AW: Ihre Frage" }],
    ["subject_spaced", { subject: "It is F R E E now" }],
    ["subject_money", { subject: "Win $$$ with us" }],
    ["subject_symbols", { subject: "🎉 Sale 🎉 now 🎉" }],
    ["only_pictures", { text: words(5) }],
    ["little_text", { pictures: 6, text: words(40) }],
    ["shortener", { links: [link("https://bit.ly/x")] }],
    ["number_host", { links: [link("http://192.0.2.7/offer")] }],
    ["disguised_link", { links: [link("https://evil.example/a", "www.mybank.example")] }],
    [
      "capitals",
      { text: "THIS IS ALL WRITTEN IN CAPITALS BECAUSE NOBODY WOULD READ IT OTHERWISE, WOULD THEY", pictures: 0 },
    ],
    ["marks", { text: `${words(60)} Now!! Here!! Really?!` }],
    ["phrases", { text: `${words(60)} Click here, dear friend` }],
    [
      "many_links",
      { text: words(20), pictures: 0, links: Array.from({ length: 9 }, () => link("https://shop.example")) },
    ],
  ] as [SpamSignKey, Partial<SpamFeatures>][])("know %s", (key, change) => {
    expect(signsOf(change)).toEqual([key])
  })

  it("do not take what only looks like one", () => {
    expect(signsOf({ subject: "Reminder: your lamps" })).toEqual([])
    expect(signsOf({ subject: "نشرة نوفمبر للمتجر الإلكتروني" })).toEqual([])
    expect(
      signsOf({ links: [link("https://shop.example/new", "shop.example"), link("https://www.shop.example")] }),
    ).toEqual([])
    expect(signsOf({ links: [link("https://news.shop.example/1", "www.shop.example/new")] })).toEqual([])
    expect(signsOf({ text: words(5), products: 4 })).toEqual([])
  })

  it("count a sign as often as it is there, up to its most", () => {
    const three = [1, 2, 3].map((n) => link(`https://bit.ly/${n}`))
    expect(spamScore({ ...plain, links: three })).toEqual({
      points: 8,
      signs: [{ no: 9, key: "shortener", points: 8 }],
    })
  })
})

describe("what the signs are looked for in", () => {
  const content = (document: object, subject = "Hello") => contentSchema.parse({ subject, preheader: "", document })

  it("is what the author wrote, variables left out", () => {
    const html = `<style>A{}</style><p>Dear {{ contact.firstName }}</p><img src="a"><a href='https://bit.ly/1'>Look <b>here</b></a>`
    expect(
      spamFeatures(content({ version: 2, kind: "html", html }, "For {{ contact.firstName }}"), "en", "en"),
    ).toEqual({
      subject: "For  ",
      text: "Dear Look here",
      pictures: 1,
      products: 0,
      links: [{ url: "https://bit.ly/1", label: "Look here" }],
    })
  })

  it("is the text, the links and the pictures of the blocks, those in columns too", () => {
    const blocks = [
      { type: "text", text: "Read [all](https://shop.example) of it" },
      { type: "button", label: "Buy", url: "https://bit.ly/2" },
    ]
    expect(spamFeatures(content({ kind: "blocks", blocks }), "en", "en")).toMatchObject({
      text: "Read all of it  Buy",
      links: [
        { url: "https://shop.example", label: "all" },
        { url: "https://bit.ly/2", label: "Buy" },
      ],
    })
  })

  it("is the worst of its languages", () => {
    const document = { version: 2, kind: "text", text: words(60), translations: { de: { subject: "NUR HEUTE ALLES" } } }
    expect(contentSpamScore(content(document), "en")).toMatchObject({ signs: [{ key: "subject_capitals" }] })
  })
})

describe("the verdict", () => {
  const score = { points: LIKELY_SPAM, signs: [] }
  const override = { reason: "It is our joke", by: "user_1", at: "2026-11-22T00:00:00Z", points: LIKELY_SPAM }

  it("holds back what is likely spam, and lets go what somebody took upon themselves", () => {
    expect(spamVerdict({ points: 4, signs: [] }, null)).toMatchObject({ level: "fine", isHeld: false })
    expect(spamVerdict({ points: 5, signs: [] }, null)).toMatchObject({ level: "looks_like_spam", isHeld: false })
    expect(spamVerdict(score, null)).toMatchObject({ level: "likely_spam", isHeld: true })
    expect(spamVerdict(score, override)).toMatchObject({ level: "likely_spam", isHeld: false })
  })

  it("asks again when the text has become worse since", () => {
    expect(spamVerdict({ points: LIKELY_SPAM + 1, signs: [] }, override).isHeld).toBe(true)
  })
})
