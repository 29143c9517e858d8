import { channelRefusal, type AboutToGo } from "./channel-refusal"

const now = new Date("2026-11-22T12:00:00Z")
const aText = (overrides: Partial<AboutToGo> = {}): AboutToGo => ({
  channel: "sms",
  class: "marketing",
  to: "+4917012345678",
  text: "Hello",
  consent: "granted",
  pausedUntil: null,
  isSilenced: false,
  isSilenceUnknown: false,
  isSecret: false,
  notSoAnyMore: null,
  wantedAt: now,
  now,
  ...overrides,
})
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)

describe("whether a text may go on another channel than mail", () => {
  it("lets marketing go to whoever agreed to this channel", () => {
    expect(channelRefusal(aText())).toBeNull()
  })

  it.each<[string, Partial<AboutToGo>, string]>([
    ["marketing to somebody who was never asked", { consent: null }, "channel_not_agreed"],
    ["marketing to somebody who took it back", { consent: "denied" }, "channel_withdrawn"],
    ["marketing in a pause", { pausedUntil: new Date("2026-12-01T00:00:00Z") }, "paused_by_contact"],
    ["yesterday's offer", { wantedAt: hoursAgo(25) }, "too_late"],
    ["an SMS without a number", { to: null }, "no_phone"],
    ["a push without a device", { channel: "push", to: null }, "no_device"],
    ["what the merchant wants silent", { class: "tx", isSilenced: true }, "merchant_asked_for_silence"],
    ["what may have been meant silent", { class: "tx", isSilenceUnknown: true }, "silence_unknown"],
    ["the link of a password reset", { class: "tx", isSecret: true }, "secret_elsewhere"],
    ["what is not so any more", { notSoAnyMore: "cart_bought" }, "cart_bought"],
    ["a text that came out empty", { text: " \n" }, "nothing_to_say"],
  ])("refuses %s", (_, overrides, reason) => {
    expect(channelRefusal(aText(overrides))).toBe(reason)
  })

  it("tells a buyer about the order without any consent, for three days", () => {
    expect(channelRefusal(aText({ class: "tx", consent: "denied", wantedAt: hoursAgo(71) }))).toBeNull()
    expect(channelRefusal(aText({ class: "tx", wantedAt: hoursAgo(73) }))).toBe("too_late")
  })
})
