import { Input, Text, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import { AddressList } from "../../parts/address-list"
import type { ObserverGroup } from "../../parts/api/composer"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { said } from "../../parts/said"
import { Section } from "../../parts/section"
import { EmptyState, WhenRead } from "../../parts/states"
import { useChange, useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

/** Named lists of people who get a copy of each mailing. */
export function ObserverGroups() {
  const text = useText()
  const groups = useRead<{ groups: ObserverGroup[] }>("/observer-groups")
  const [open, setOpen] = useState<ObserverGroup | "new" | null>(null)
  return (
    <Section
      title={text("composer.settings.groups")}
      hint={text("composer.settings.groupsHint")}
      actions={
        <ActionButton needs="edit" onClick={() => setOpen("new")}>
          {text("composer.settings.newGroup")}
        </ActionButton>
      }
    >
      <WhenRead read={groups}>
        {(data) =>
          data.groups.length === 0 ? (
            <EmptyState title={text("composer.settings.noGroups")} hint={text("composer.settings.noGroupsHint")} />
          ) : (
            <ul className="divide-y">
              {data.groups.map((group) => (
                <GroupLine key={group.id} group={group} onOpen={() => setOpen(group)} />
              ))}
            </ul>
          )
        }
      </WhenRead>
      {open && <GroupDrawer group={open === "new" ? null : open} onClose={() => setOpen(null)} />}
    </Section>
  )
}

function GroupLine({ group: { name, emails }, onOpen }: { group: ObserverGroup; onOpen: () => void }) {
  return (
    <li>
      <button
        type="button"
        onClick={onOpen}
        className="hover:bg-ui-bg-base-hover flex w-full flex-col gap-y-0.5 px-6 py-3 text-left"
      >
        <Text size="small" weight="plus">
          {name}
        </Text>
        <Text size="small" className="text-ui-fg-subtle max-w-full truncate">
          {emails.join(", ")}
        </Text>
      </button>
    </li>
  )
}

function GroupDrawer({ group, onClose }: { group: ObserverGroup | null; onClose: () => void }) {
  const text = useText()
  const [name, setName] = useState(group?.name ?? "")
  const [emails, setEmails] = useState(group?.emails ?? [])
  const [refusal, setRefusal] = useState<string | null>(null)
  const save = useChange<{ name: string; emails: string[] }>(
    group ? `/observer-groups/${group.id}` : "/observer-groups",
    { done: text("common.saved"), onDone: onClose, onRefused: (sentence) => setRefusal(said(sentence)) },
  )
  return (
    <FormDrawer
      title={text(group ? "composer.settings.editGroup" : "composer.settings.newGroup")}
      refusal={refusal}
      isReady={name.trim() !== "" && emails.length > 0}
      isLoading={save.isPending}
      onSave={() => save.mutate({ name: name.trim(), emails })}
      onClose={onClose}
      aside={group && <DeleteGroup group={group} onDone={onClose} />}
    >
      <Field label={text("composer.settings.groupName")}>
        {(id) => (
          <Input
            id={id}
            autoFocus
            placeholder={text("composer.settings.groupPlaceholder")}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
        )}
      </Field>
      <Field label={text("composer.settings.emails")}>
        {(id) => <AddressList id={id} max={100} value={emails} onChange={setEmails} />}
      </Field>
    </FormDrawer>
  )
}

function DeleteGroup({ group: { id, name }, onDone }: { group: ObserverGroup; onDone: () => void }) {
  const text = useText()
  const prompt = usePrompt()
  const remove = useChange<void>(`/observer-groups/${id}`, {
    method: "DELETE",
    done: text("composer.settings.deleted"),
    onDone,
  })
  async function ask() {
    const isSure = await prompt({
      title: text("composer.settings.deleteTitle", { name }),
      description: text("composer.settings.deleteDescription"),
      confirmText: text("common.delete"),
      cancelText: text("common.cancel"),
    })
    if (isSure) remove.mutate()
  }
  return (
    <ActionButton needs="edit" variant="transparent" isLoading={remove.isPending} onClick={() => void ask()}>
      {text("common.delete")}
    </ActionButton>
  )
}
