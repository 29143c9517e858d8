import { Badge, Button, Drawer, Text, toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { ActionButton } from "../../parts/action-button"
import type { MailContent, Template, TemplateVersion } from "../../parts/api/content"
import { mailroom } from "../../parts/client"
import { sentenceOf } from "../../parts/error-sentence"
import { WhenRead } from "../../parts/states"
import { useFormat } from "../../parts/use-format"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

type Props = { template: Template; onClose: () => void; onReplaced: () => void }

/** Everything that was ever live; an older one comes back as a draft, so that it can be looked at first. */
export function VersionsDrawer({ template, onClose, onReplaced }: Props) {
  const text = useText()
  const versions = useRead<{ versions: TemplateVersion[] }>(`/templates/${template.id}/versions`)
  const restore = useRestore(template, () => {
    onReplaced()
    onClose()
  })
  return (
    <Drawer open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Drawer.Content>
        <Drawer.Header>
          <Drawer.Title>{text("templates.versions")}</Drawer.Title>
        </Drawer.Header>
        <Drawer.Body className="overflow-y-auto p-0">
          <WhenRead read={versions}>
            {(data) => (
              <ul className="divide-y">
                {data.versions.map((version) => (
                  <VersionLine
                    key={version.number}
                    version={version}
                    isBusy={restore.isPending}
                    onRestore={() => restore.mutate({ number: version.number })}
                  />
                ))}
              </ul>
            )}
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

type LineProps = { version: TemplateVersion; isBusy: boolean; onRestore: () => void }

function VersionLine({ version, isBusy, onRestore }: LineProps) {
  const text = useText()
  const format = useFormat()
  return (
    <li className="flex items-center justify-between gap-x-3 px-6 py-3">
      <div className="flex flex-col gap-y-0.5">
        <span className="flex items-center gap-x-2">
          <Text size="small" weight="plus">
            {text("templates.version", { number: version.number })}
          </Text>
          {version.is_live && (
            <Badge size="2xsmall" color="green">
              {text("templates.isLive")}
            </Badge>
          )}
          {version.is_builtin && <Badge size="2xsmall">Mailroom</Badge>}
        </span>
        <Text size="small" className="text-ui-fg-subtle">
          {text("templates.versionHint", { at: format.dateTime(version.created_at) })}
        </Text>
      </div>
      {!version.is_live && (
        <ActionButton needs="edit" isLoading={isBusy} onClick={onRestore}>
          {text("templates.restore")}
        </ActionButton>
      )}
    </li>
  )
}

function useRestore(template: Template, onDone: () => void) {
  const text = useText()
  const path = `/templates/${template.id}`
  const queries = useQueryClient()
  return useMutation({
    mutationFn: async ({ number }: { number: number }) => {
      const { version } = await mailroom<{ version: { content: MailContent } }>(`${path}/versions/${number}`)
      const body = { revision: template.revision, content: version.content }
      return mailroom<{ template: Template }>(path, { method: "POST", body })
    },
    onSuccess: (answer) => {
      toast.success(text("templates.restored"))
      queries.setQueryData(["mailroom", path, {}], answer)
      onDone()
    },
    onError: (error: unknown) =>
      toast.error(text("common.notDone"), { description: sentenceOf(error, text("common.somethingWentWrong")) }),
  })
}
