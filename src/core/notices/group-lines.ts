import type { NoticeRecipient } from "../automations/notice-recipients"
import type { ShopLine } from "../shop/shop"
import type { FollowUp } from "./follow-up"

/** Of a supplier what a notice needs. */
export type SupplierOfLine = { id: string; name: string; emails: string[]; cc: string[]; locale: string | null }

export type Directory = {
  /** By product id. */
  suppliers: ReadonlyMap<string, SupplierOfLine>
  /** The shop's own people. */
  owner: string[]
  /** Address by user of the admin. */
  staff: ReadonlyMap<string, string>
}

export type NoticeRecipients = {
  to: string[]
  cc: string[]
  bcc: string[]
  name: string | null
  locale: string | null
  supplierId: string | null
}

export type LineGroup = { key: string; recipients: NoticeRecipients; lines: ShopLine[] }

type Grouping = Pick<FollowUp, "groupBy"> & {
  recipients: NoticeRecipient[]
  /** Kept apart by it where the shopper's address goes along: two people's parcels must not stand in one mail. */
  apart?: string
}

/**
 * Lines that go to the same people in the same mail. Nobody sees another one's lines, and a line that reaches nobody in "to"
 * is left out. The key is the same for the same people, so that a later order finds the mail that still collects.
 */
export function groupsOf(
  { recipients, groupBy, apart = "" }: Grouping,
  lines: ShopLine[],
  directory: Directory,
): LineGroup[] {
  const groups = new Map<string, LineGroup>()
  for (const line of lines) {
    const told = recipientsOf(recipients, line, directory)
    if (told.to.length === 0) continue
    const part = groupBy === "product" ? line.productId : groupBy === "tag" ? [...line.tagIds].sort()[0] : ""
    const key = JSON.stringify([told.supplierId, told.to, told.cc, told.bcc, part ?? "", apart])
    const group = groups.get(key) ?? { key, recipients: told, lines: [] }
    groups.set(key, { ...group, lines: [...group.lines, line] })
  }
  return [...groups.values()]
}

function recipientsOf(
  recipients: NoticeRecipient[],
  line: ShopLine,
  { suppliers, ...people }: Directory,
): NoticeRecipients {
  const supplier = line.productId ? suppliers.get(line.productId) : undefined
  const isToSupplier = recipients.some(({ by, field }) => by === "supplier" && field === "to")
  const at = (field: "to" | "cc" | "bcc") =>
    recipients.filter((one) => one.field === field).flatMap((one) => addressesOf(one, line, supplier, people))
  const copies = isToSupplier ? (supplier?.cc ?? []) : []
  return {
    to: once(at("to")),
    cc: once([...at("cc"), ...copies]),
    bcc: once(at("bcc")),
    name: isToSupplier ? (supplier?.name ?? null) : null,
    locale: isToSupplier ? (supplier?.locale ?? null) : null,
    supplierId: isToSupplier ? (supplier?.id ?? null) : null,
  }
}

function addressesOf(
  { by, value }: NoticeRecipient,
  line: ShopLine,
  supplier: SupplierOfLine | undefined,
  { owner, staff }: Omit<Directory, "suppliers">,
): string[] {
  switch (by) {
    case "address":
      return [value]
    case "supplier":
      return supplier?.emails ?? []
    case "owner":
      return owner
    case "staff":
      return [staff.get(value) ?? []].flat()
    default:
      return addressesIn(by, value, line)
  }
}

const once = (addresses: string[]): string[] => [...new Set(addresses)].sort()

/** One address, or several parted by comma or semicolon, or a list of them. The nearest category that has one wins. */
function addressesIn(by: "product_metadata" | "category_metadata", key: string, line: ShopLine): string[] {
  const places = by === "product_metadata" ? [line.productMetadata] : line.categoryMetadata
  for (const place of places) {
    const value = place[key]
    const texts = Array.isArray(value) ? value : typeof value === "string" ? value.split(/[,;]/) : []
    const addresses = texts.filter((text): text is string => typeof text === "string").map((text) => text.trim())
    const usable = addresses.filter((text) => text.includes("@"))
    if (usable.length > 0) return usable
  }
  return []
}
