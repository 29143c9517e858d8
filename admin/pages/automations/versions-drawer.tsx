import { Badge, Button, Drawer, Text, toast } from "@medusajs/ui"
import { useSearchParams } from "react-router-dom"
import { ActionButton } from "../../parts/action-button"
import type { Automation, AutomationVersionRow } from "../../parts/api/flows"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import type { AutomationDraft } from "./use-automation-draft"

type Props = { automation: Automation; draft: AutomationDraft; onReplaced: () => void; onClose: () => void }

/** Everything that was ever published, with who is still on it; an older one comes back as a draft. */
export function VersionsDrawer({ automation, draft, onReplaced, onClose }: Props) {
  const text = useText()
  const path = `/automations/${automation.id}/versions`
  const [, setQuery] = useSearchParams()
  const versions = useRead<{ versions: AutomationVersionRow[] }>(path)

  async function restore({ trigger, nodes }: AutomationVersionRow) {
    draft.change({ draft: { trigger, nodes } })
    if (!(await draft.save())) return
    toast.success(text("automations.versionRestored"))
    setQuery({ tab: "steps" })
    onReplaced()
    onClose()
  }

  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{text("automations.versions")}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">
          <WhenRead read={versions}>
            {(data) =>
              data.versions.length === 0 ? (
                <Text size="small" className="text-ui-fg-subtle px-6 py-4">
                  {text("automations.versionNone")}
                </Text>
              ) : (
                <ul className="divide-y">
                  {data.versions.map((version) => (
                    <VersionLine
                      key={version.number}
                      version={version}
                      onLook={() => {
                        setQuery({ tab: "steps", version: String(version.number) })
                        onClose()
                      }}
                      onRestore={() => void restore(version)}
                    />
                  ))}
                </ul>
              )
            }
          </WhenRead>
        </Drawer.Body>
        <Drawer.Footer>
          <Button size="small" variant="secondary" onClick={onClose}>
            {text("common.close")}
          </Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}

type LineProps = { version: AutomationVersionRow; onLook: () => void; onRestore: () => void }

function VersionLine({ version, onLook, onRestore }: LineProps) {
  const text = useText()
  const format = useFormat()
  return (
    <li className="flex items-center justify-between gap-x-3 px-6 py-3">
      <div className="flex flex-col gap-y-0.5">
        <span className="flex items-center gap-x-2">
          <Text size="small" weight="plus">
            {text("automations.version", { number: version.number })}
          </Text>
          {version.is_live && (
            <Badge size="2xsmall" color="green">
              {text("automations.versionLive")}
            </Badge>
          )}
        </span>
        <Text size="small" className="text-ui-fg-subtle">
          {text("automations.versionBy", {
            at: format.dateTime(version.published_at),
            entered: format.number(version.entered),
            people: format.number(version.inside),
          })}
        </Text>
      </div>
      <span className="flex shrink-0 items-center gap-x-2">
        <Button size="small" variant="secondary" onClick={onLook}>
          {text("automations.versionShow")}
        </Button>
        <ActionButton needs="edit" onClick={onRestore}>
          {text("automations.versionRestore")}
        </ActionButton>
      </span>
    </li>
  )
}
