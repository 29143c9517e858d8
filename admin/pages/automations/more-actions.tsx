import { EllipsisHorizontal } from "@medusajs/icons"
import { DropdownMenu, IconButton, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { useNavigate } from "react-router-dom"
import type { Automation } from "../../parts/api/flows"
import { downloadUrl } from "../../parts/client"
import { useChange } from "../../parts/use-mailroom"
import { useRights } from "../../parts/use-rights"
import { useText } from "../../parts/use-text"
import type { AutomationDraft } from "./use-automation-draft"
import { VersionsDrawer } from "./versions-drawer"

type Props = { automation: Automation; draft: AutomationDraft; onReplaced: () => void }

/** Versions, copy, export, delete. */
export function MoreActions({ automation, draft, onReplaced }: Props) {
  const text = useText()
  const prompt = usePrompt()
  const rights = useRights()
  const navigate = useNavigate()
  const [areVersionsOpen, openVersions] = useState(false)
  const path = `/automations/${automation.id}`
  const copy = useChange<void, { id: string }>(`${path}/copy`, {
    done: text("automations.duplicated"),
    onDone: ({ id }) => navigate(`/mailroom/automations/${id}`),
  })
  const archive = useChange<void>(path, {
    method: "DELETE",
    done: text("automations.archived"),
    onDone: () => navigate("/mailroom/automations"),
  })

  async function askToArchive() {
    const isSure = await prompt({
      title: text("automations.archiveTitle"),
      description: text("automations.archiveDescription"),
      confirmText: text("automations.archive"),
      cancelText: text("common.cancel"),
    })
    if (isSure) archive.mutate()
  }

  async function exportFile() {
    if (await draft.save()) window.location.assign(downloadUrl(`${path}/export`))
  }

  return (
    <>
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <IconButton size="small" variant="transparent" aria-label={text("automations.more")}>
            <EllipsisHorizontal />
          </IconButton>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end">
          <DropdownMenu.Item onClick={() => openVersions(true)}>{text("automations.versions")}</DropdownMenu.Item>
          <DropdownMenu.Item onClick={() => void exportFile()}>{text("automations.export")}</DropdownMenu.Item>
          {rights.edit && (
            <>
              <DropdownMenu.Item onClick={() => copy.mutate()}>{text("automations.duplicate")}</DropdownMenu.Item>
              <DropdownMenu.Separator />
              <DropdownMenu.Item onClick={() => void askToArchive()}>{text("automations.archive")}</DropdownMenu.Item>
            </>
          )}
        </DropdownMenu.Content>
      </DropdownMenu>
      {areVersionsOpen && (
        <VersionsDrawer
          automation={automation}
          draft={draft}
          onReplaced={onReplaced}
          onClose={() => openVersions(false)}
        />
      )}
    </>
  )
}
