import { randomUUID } from "node:crypto"
import { mintToken, readToken, signingKeyOf } from "../../src/core/tracking/tokens"
import { KeyringService } from "../../src/modules/mailroom/services/keyring"
import { openMailroom } from "../support/database"

describe("the signing keys", () => {
  it("made at the first start go on verifying when the merchant configures keys of his own", async () => {
    const { mailroom, close } = await openMailroom()
    const messageId = randomUUID()
    const before = signingKeyOf(await mailroom.keyring.signingKeys())
    const sentBefore = mintToken({ key: before, type: "u", messageId })

    const configured = new KeyringService(mailroom.db, { "7": "a secret of at least thirty-two characters" })
    const keys = await configured.signingKeys()

    expect(signingKeyOf(keys).kid).toBe(7)
    expect(readToken(keys, sentBefore)).toMatchObject({ type: "u", messageId })
    await close()
  })

  it("of the merchant's own are changed by one more number: the highest signs, links of the others live on", async () => {
    const { mailroom, close } = await openMailroom()
    const [second, third] = ["the second secret, thirty-two characters", "the third secret of thirty-two characters"]
    const messageId = randomUUID()
    const before = await new KeyringService(mailroom.db, { "2": second! }).signingKeys()
    const sentBefore = mintToken({ key: signingKeyOf(before), type: "u", messageId })

    const after = await new KeyringService(mailroom.db, { "2": second!, "3": third! }).signingKeys()
    const sentAfter = mintToken({ key: signingKeyOf(after), type: "u", messageId })
    expect([signingKeyOf(before).kid, signingKeyOf(after).kid]).toEqual([2, 3])
    for (const token of [sentBefore, sentAfter]) expect(readToken(after, token)).toMatchObject({ messageId })

    const withoutSecond = await new KeyringService(mailroom.db, { "3": third! }).signingKeys()
    expect(readToken(withoutSecond, sentBefore)).toBeNull()
    await close()
  })
})
