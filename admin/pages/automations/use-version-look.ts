import type { Automation, AutomationVersionRow } from "../../parts/api/flows"
import { useRead } from "../../parts/use-mailroom"

/** The published version that somebody looks at; null: none was asked for, or it is not there (yet). */
export function useVersionLook({ id }: Automation, number: string | null): AutomationVersionRow | null {
  const { data } = useRead<{ versions: AutomationVersionRow[] }>(`/automations/${id}/versions`, {
    enabled: number !== null,
  })
  return (number !== null && data?.versions.find((one) => String(one.number) === number)) || null
}
