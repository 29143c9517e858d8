import { useQueryClient } from "@tanstack/react-query"
import type { Automation, Draft } from "../../parts/api/flows"
import { mailroom } from "../../parts/client"
import { useAutosave } from "../../parts/use-autosave"

type Fields = { name: string; draft: Draft; settings: Record<string, unknown> }
export type AutomationAnswer = { automation: Automation }

/** The automation as it is being edited, saved by itself; each save answers what is still missing. */
export function useAutomationDraft(automation: Automation) {
  const queries = useQueryClient()
  const path = `/automations/${automation.id}`
  return useAutosave<Fields>({
    initial: { name: automation.name, draft: automation.draft, settings: automation.settings },
    revision: automation.draft_revision,
    send: async (change, revision) => {
      const answer = await mailroom<AutomationAnswer>(path, { method: "POST", body: { ...change, revision } })
      queries.setQueryData(["mailroom", path, {}], answer)
      return answer.automation.draft_revision
    },
  })
}

export type AutomationDraft = ReturnType<typeof useAutomationDraft>
