import { MedusaError } from "@medusajs/framework/utils"
import { CHANNELS, type Channel } from "../../../core/channels/channel"
import { e164Of } from "../../../core/channels/phone-number"
import { isDay } from "../../../core/contacts/contact-field"
import { UUID } from "../../../core/reports/uuid"
import type { Shop } from "../../../core/shop/shop"
import type { Database, Db } from "../database"
import { selectNow } from "../sql/consent"
import {
  keepContactChannel,
  selectAddressOfPerson,
  selectContactChannels,
  type ContactChannelRow,
} from "../sql/contact-channels"
import type { ShopSaid } from "../sql/shop-words"
import type { Circumstances, ConsentService, Said } from "./consent"

/** How one person stands to one channel. */
export type PersonChannel = {
  channel: Channel
  /** Number or device that was agreed to; null for push: the customer's id. */
  address: string | null
  state: "never_asked" | "granted" | "denied"
  since: string | null
  /** Whether the shop has a provider for it at all. */
  has_provider: boolean
}

/** What an owner writes down about one person and one channel; the reason stands in the person's log. */
export type ChannelChange = { channel: Channel; reason: string } & (
  | { action: "withdraw" }
  /** `agreedOn` is YYYY-MM-DD; `wording` is what the person agreed to. SMS needs the number that it is about. */
  | { action: "agree"; address: string | null; agreedOn: string; wording: string }
)

const { INVALID_DATA, NOT_ALLOWED, NOT_FOUND } = MedusaError.Types

/** Marketing by SMS and push: agreed to, taken back, and where it goes. Kept in the same log as consent to mail. */
export class PersonChannelService {
  constructor(
    private readonly db: Database,
    private readonly consent: ConsentService,
    private readonly shop: () => Shop | undefined,
  ) {}

  /** NOT_FOUND for an unknown contact. */
  async list(contactId: string): Promise<PersonChannel[]> {
    await this.addressId(this.db, contactId)
    const [rows, { channels }] = await Promise.all([
      this.db.query<ContactChannelRow>(selectContactChannels(contactId)),
      this.consent.channelsOf(this.db, contactId),
    ])
    const provided = this.shop()?.providedChannels() ?? []
    return CHANNELS.map((channel) => ({
      channel,
      address: rows.find((row) => row.channel === channel)?.address ?? null,
      state: channels[channel]?.state ?? "never_asked",
      since: channels[channel]?.since.toISOString() ?? null,
      has_provider: provided.includes(channel),
    }))
  }

  /** Where marketing on this channel was agreed to go; null: nowhere that is known. */
  async addressOf(contactId: string, channel: Channel, db: Db = this.db): Promise<string | null> {
    const rows = await db.query<ContactChannelRow>(selectContactChannels(contactId))
    return rows.find((row) => row.channel === channel)?.address ?? null
  }

  /** Throws NOT_FOUND for an unknown contact, INVALID_DATA and NOT_ALLOWED with what is wrong and the way out. */
  async change(contactId: string, change: ChannelChange, by: string | null): Promise<void> {
    const how: Circumstances = { source: "admin", method: "admin", actor: by ?? "api key", note: change.reason }
    await this.db.transaction(async (tx) => {
      const addressId = await this.addressId(tx, contactId)
      if (change.action === "agree") return this.agree(tx, { contactId, addressId }, change, how)
      const said = [{ purpose: change.channel, action: "withdraw" as const }]
      await this.consent.append(tx, [{ addressId, said }], how)
    })
  }

  /**
   * A box at the checkout or the registration (metadata). It needs its words and a number that can be read; who said no
   * before is not asked again by a box that anybody can tick. `isTakenBack`: an unticked box says no.
   */
  async hear(
    tx: Db,
    { contactId, addressId }: { contactId: string; addressId: string },
    { said, how, isTakenBack }: { said: ShopSaid; how: Circumstances; isTakenBack: boolean },
  ): Promise<void> {
    const { consent } = said
    if (!consent || consent.sms === undefined) return
    const state = (await this.consent.channelsOf(tx, contactId)).channels.sms?.state
    if (!consent.sms) {
      if (isTakenBack && state === "granted") await this.append(tx, addressId, "withdraw", how)
      return
    }
    const number = e164Of(consent.phone, said.country)
    if (state === "denied" || !number || consent.wording === null) return
    if (state === "granted" && number === (await this.addressOf(contactId, "sms", tx))) return
    const words = { kind: "sms_agreement", locale: consent.locale ?? said.locale ?? "en", text: consent.wording }
    const wordingId = await this.consent.wordingId(tx, words)
    const note = `${how.note} (${number})`
    await this.append(tx, addressId, "grant", { ...how, note, wordingId, pageUrl: consent.pageUrl })
    await tx.query(keepContactChannel({ contactId, channel: "sms", address: number }))
  }

  private async append(tx: Db, addressId: string, action: "grant" | "withdraw", how: Circumstances): Promise<void> {
    const said: Said[] = [{ purpose: "sms", action, ...(action === "grant" && { basis: "express_soi" }) }]
    await this.consent.append(tx, [{ addressId, said }], how)
  }

  private async agree(
    tx: Db,
    { contactId, addressId }: { contactId: string; addressId: string },
    { channel, address, agreedOn, wording }: Extract<ChannelChange, { action: "agree" }>,
    how: Circumstances,
  ): Promise<void> {
    const to = addressFor(channel, address)
    const at = await dayOf(tx, agreedOn)
    const wordingId = await this.consent.wordingId(tx, { kind: `${channel}_agreement`, locale: "und", text: wording })
    const said = [{ purpose: channel, action: "grant" as const, basis: "express_soi" }]
    const note = to ? `${how.note} (${to})` : how.note
    await this.consent.append(tx, [{ addressId, said }], { ...how, note, wordingId, ...(at && { at }) })
    // The fold goes by the day of each word: what was agreed before it was taken back does not bring it back.
    const { channels } = await this.consent.channelsOf(tx, contactId)
    if (channels[channel]?.state !== "granted")
      throw new MedusaError(
        NOT_ALLOWED,
        `agreed_on is "${agreedOn}": something newer is on file. See the timeline of this person.`,
      )
    await tx.query(keepContactChannel({ contactId, channel, address: to }))
  }

  private async addressId(db: Db, contactId: string): Promise<string> {
    const [found] = UUID.test(contactId) ? await db.query<{ id: string }>(selectAddressOfPerson(contactId)) : []
    if (found) return found.id
    throw new MedusaError(NOT_FOUND, `There is no contact "${contactId}".`)
  }
}

function addressFor(channel: Channel, address: string | null): string | null {
  const given = address?.trim() || null
  if (channel === "push") return given
  const number = e164Of(given, null)
  if (number) return number
  throw new MedusaError(
    INVALID_DATA,
    `address is ${JSON.stringify(given)}: write the number with its country code, for example +49 170 1234567.`,
  )
}

/** Null: today, which is now. */
async function dayOf(db: Db, day: string): Promise<Date | null> {
  const [clock] = await db.query<{ at: Date }>(selectNow())
  const today = clock!.at.toISOString().slice(0, 10)
  if (!isDay(day) || day > today)
    throw new MedusaError(
      INVALID_DATA,
      `agreed_on is ${JSON.stringify(day)}: it must be a day in the past, written as YYYY-MM-DD.`,
    )
  return day === today ? null : new Date(`${day}T00:00:00Z`)
}
