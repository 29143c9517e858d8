import { inOtherWords } from "./in-other-words"

const german = inOtherWords(
  [
    ['There is no topic "{0}".', "Es gibt kein Thema „{0}“."],
    ["{0} opened it.", "{0} hat sie geöffnet."],
    ["A machine", "Eine Maschine"],
    ["{0} is {1}: {2}", "{0} ist {1}: {2}"],
    ["must be one address", "muss eine Adresse sein"],
    ["It came back.", "Sie kam zurück."],
    ["The server said: {0!}", "Der Server sagte: {0}"],
    ["due at {0}.", "fällig am {0}."],
    ["{0} of {1} fit.", "{1}, davon passen {0}."],
  ],
  () => "heute",
)

describe("sentences of the server in another language", () => {
  it("keeps the values", () => {
    expect(german('There is no topic "Sale (50 %)".')).toBe("Es gibt kein Thema „Sale (50 %)“.")
  })
  it("leaves a name as it is, also one that reads like a sentence", () => {
    expect(german('There is no topic "A machine opened it.".')).toBe("Es gibt kein Thema „A machine opened it.“.")
  })
  it("puts values where the other language has them", () => {
    expect(german("3 of 9 fit.")).toBe("9, davon passen 3.")
  })
  it("words a value that is a sentence itself", () => {
    expect(german("A machine opened it.")).toBe("Eine Maschine hat sie geöffnet.")
    expect(german('email is "x": must be one address')).toBe('email ist "x": muss eine Adresse sein')
  })
  it("reads sentences that follow one another, and leaves what a mail server said as it was said", () => {
    expect(german("It came back. The server said: 550 5.1.1 user is unknown: see policy.")).toBe(
      "Sie kam zurück. Der Server sagte: 550 5.1.1 user is unknown: see policy.",
    )
  })
  it("shows an instant as the reader writes it", () => {
    expect(german("due at 2026-03-01T10:00:00.000Z.")).toBe("fällig am heute.")
  })
  it("leaves what it does not know", () => {
    expect(german("Something new happened.")).toBe("Something new happened.")
    expect(german("")).toBe("")
  })
  it("does not take long for a text that is none of ours", () => {
    expect(german("a. ".repeat(600))).toBe("a. ".repeat(600))
  })
})
