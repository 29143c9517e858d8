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
})
