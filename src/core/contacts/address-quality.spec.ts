import { isRoleAddress, mailboxOf, nameIn, qualityProblems } from "./address-quality"

const fine = { emailNorm: "ada@example.com", firstName: "Ada", lastName: null, isUndeliverable: false }

describe("the quality of a contact (F58)", () => {
  it("has nothing to say of a plain one", () => expect(qualityProblems(fine)).toEqual([]))

  it.each([
    [{ isUndeliverable: true }, [{ kind: "undeliverable", suggestion: null }]],
    [{ emailNorm: "ada@gmial.com" }, [{ kind: "typo", suggestion: "ada@gmail.com" }]],
    [{ emailNorm: "info@example.com" }, [{ kind: "role", suggestion: null }]],
    [{ emailNorm: "ada.lovelace@example.com", firstName: null }, [{ kind: "no_name", suggestion: "Ada Lovelace" }]],
    [
      { emailNorm: "info@example.com", firstName: null },
      [
        { kind: "role", suggestion: null },
        { kind: "no_name", suggestion: null },
      ],
    ],
    [{ emailNorm: "a.da+shop@gmail.com" }, [{ kind: "duplicate", suggestion: "ada@gmail.com" }]],
  ])("%j: %j", (change, problems) => expect(qualityProblems({ ...fine, ...change })).toEqual(problems))

  it("knows role addresses with a plus tag, and no others", () => {
    expect(isRoleAddress("support+de@example.com")).toBe(true)
    expect(isRoleAddress("informatik@example.com")).toBe(false)
  })

  it("folds dots only where the host does", () => {
    expect(mailboxOf("a.b@example.com")).toBe("a.b@example.com")
    expect(mailboxOf("a.b@googlemail.com")).toBe("ab@gmail.com")
    expect(mailboxOf("+tag@example.com")).toBe("+tag@example.com")
  })

  it("guesses no name from initials, numbers or one word", () => {
    expect(["a.lovelace@x.de", "ada.l0velace@x.de", "ada@x.de", "jürgen.müller@x.de"].map(nameIn)).toEqual([
      null,
      null,
      null,
      "Jürgen Müller",
    ])
  })
})
