import type { Facts } from "../core/automations/facts"
import type { NoticeSettings } from "../core/automations/nodes/notify-third-party"
import { noticesFor } from "../core/automations/notice"
import type { Directory } from "../core/notices/group-lines"
import { occurrenceContext } from "../core/notices/occurrence-context"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { noticeDirectory, withSuppliers } from "./notice-directory"

export type OccurrenceMail = {
  to: string[]
  cc: string[]
  bcc: string[]
  template: "third_party_notice" | "occurrence_notice"
  locale: string
  context: Record<string, unknown>
}

/**
 * Who would be told what of something that happened: about the lines of an order as far as it concerns them, else about the
 * occurrence itself. None where nobody stands in "to".
 */
export async function occurrenceMails(
  mailroom: Mailroom,
  settings: NoticeSettings,
  facts: Facts,
): Promise<OccurrenceMail[]> {
  const { general } = await mailroom.settings.read()
  const locale = settings.locale ?? general.locale
  if (!facts.order) {
    const directory = await noticeDirectory(mailroom, [])
    const at = (field: "to" | "cc" | "bcc") => addressesAt(settings, field, directory)
    if (at("to").length === 0) return []
    const context = occurrenceContext({ settings, facts, locale })
    return [{ to: at("to"), cc: at("cc"), bcc: at("bcc"), template: "occurrence_notice", locale, context }]
  }
  const order = await withSuppliers(mailroom, { ...facts.order, lines: facts.lines })
  const directory = await noticeDirectory(mailroom, order.lines)
  return noticesFor(settings, order, { isCorrection: false, directory }).map(({ context, ...readers }) => ({
    ...readers,
    template: "third_party_notice" as const,
    locale,
    context: { ...context },
  }))
}

/** Without lines there is neither supplier nor metadata. */
function addressesAt(
  { recipients }: NoticeSettings,
  field: "to" | "cc" | "bcc",
  { owner, staff }: Directory,
): string[] {
  const found = recipients
    .filter((one) => one.field === field)
    .flatMap(({ by, value }) => {
      if (by === "address") return [value]
      if (by === "owner") return owner
      return by === "staff" ? [staff.get(value) ?? []].flat() : []
    })
  return [...new Set(found)].sort()
}
