import { useMemo } from "react"
import type { BlocksDocument, MailContent } from "../../src/core/templates/document"
import type { Sender } from "../parts/api/settings"
import { useRead } from "../parts/use-mailroom"

export type EditorLook = { primaryColor: string; backgroundColor: string; logoUrl: string | null; shopName: string }

const AS_THE_BRAND: BlocksDocument["look"] = {}

/** Read once for the whole editor: every closed block shows something of it. */
export function useLook({ document }: MailContent, senderId: string | null): EditorLook {
  const { data } = useRead<{ senders: Sender[] }>("/senders")
  const own = document.kind === "blocks" ? document.look : AS_THE_BRAND
  return useMemo(() => {
    const senders = data?.senders ?? []
    const sender = senders.find((one) => one.id === senderId) ?? senders.find((one) => one.is_default)
    return {
      primaryColor: own.primaryColor ?? sender?.brand.primaryColor ?? "#1f2937",
      backgroundColor: own.backgroundColor ?? sender?.brand.backgroundColor ?? "#f4f4f5",
      logoUrl: own.logoUrl ?? sender?.brand.logoUrl ?? null,
      shopName: sender?.brand.shopName || sender?.from_name || "",
    }
  }, [data, own, senderId])
}
