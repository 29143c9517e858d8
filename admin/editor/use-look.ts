import type { Sender } from "../parts/api/settings"
import { useRead } from "../parts/use-mailroom"
import { useMailEditor } from "./editor-context"

export type EditorLook = { primaryColor: string; backgroundColor: string; logoUrl: string | null; shopName: string }

/** The brand of the mail's sender (Settings), as far as this letter does not differ. */
export function useEditorLook(): EditorLook {
  const { content, senderId } = useMailEditor()
  const { data } = useRead<{ senders: Sender[] }>("/senders")
  const senders = data?.senders ?? []
  const sender = senders.find((one) => one.id === senderId) ?? senders.find((one) => one.is_default)
  const own = content.document.kind === "blocks" ? content.document.look : {}
  return {
    primaryColor: own.primaryColor ?? sender?.brand.primaryColor ?? "#1f2937",
    backgroundColor: own.backgroundColor ?? sender?.brand.backgroundColor ?? "#f4f4f5",
    logoUrl: own.logoUrl ?? sender?.brand.logoUrl ?? null,
    shopName: sender?.brand.shopName || sender?.from_name || "",
  }
}
