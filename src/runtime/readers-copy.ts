import type { Mailroom } from "../modules/mailroom/mailroom"
import { selectNow } from "../modules/mailroom/sql/consent"
import { rebuildMail, type Rebuilt } from "./rebuild-mail"

/** A receipt holds an address and an order: its link ends with the time in which people ask for it (F30). */
const RECEIPT_DAYS = 30

/** The mail as its reader may still see it in the browser; "gone" when its time is over. */
export async function readersCopy(mailroom: Mailroom, messageId: string): Promise<Rebuilt> {
  const rebuilt = await rebuildMail(mailroom, messageId)
  if (rebuilt.kind === "gone" || rebuilt.facts.class === "marketing") return rebuilt
  const [clock] = await mailroom.db.query<{ at: Date }>(selectNow())
  const ageDays = (clock!.at.getTime() - plannedAt(messageId)) / 86_400_000
  return ageDays > RECEIPT_DAYS ? { kind: "gone", facts: rebuilt.facts } : rebuilt
}

/** A message's id begins with the milliseconds of its planning (UUID version 7). */
function plannedAt(messageId: string): number {
  return parseInt(messageId.replaceAll("-", "").slice(0, 12), 16)
}
