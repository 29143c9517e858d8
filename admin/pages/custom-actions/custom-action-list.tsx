import { Badge, Switch, Text } from "@medusajs/ui"
import type { CustomAction } from "../../parts/api/automations"
import { useFormat } from "../../parts/use-format"
import { useChange } from "../../parts/use-mailroom"
import { useRights } from "../../parts/use-rights"
import { useText } from "../../parts/use-text"
import { useNamed, wordKey } from "../automations/editor/use-step-words"
import { useTaskPeople } from "../tasks/use-task-people"

type Props = { actions: CustomAction[]; onEdit: (action: CustomAction) => void }

export function CustomActionList({ actions, onEdit }: Props) {
  return (
    <ul className="divide-y">
      {actions.map((action) => (
        <Line key={action.id} action={action} onEdit={() => onEdit(action)} />
      ))}
    </ul>
  )
}

function Line({ action, onEdit }: { action: CustomAction; onEdit: () => void }) {
  const text = useText()
  const format = useFormat()
  const rights = useRights()
  const named = useNamed()
  const { nameOf } = useTaskPeople()
  const change = useChange<{ is_on: boolean }>(`/custom-actions/${action.id}`)
  return (
    <li className="hover:bg-ui-bg-base-hover flex items-center gap-x-4 px-6 py-3">
      <Switch
        size="small"
        aria-label={text("storeEmails.switch", { name: action.name })}
        disabled={!rights.edit || change.isPending}
        checked={change.isPending ? change.variables.is_on : action.is_on}
        onCheckedChange={(isOn) => change.mutate({ is_on: isOn })}
      />
      <button type="button" className="min-w-0 flex-1 text-left" onClick={onEdit}>
        <Text size="small" leading="compact" weight="plus">
          {action.name}
        </Text>
        <Text size="small" className="text-ui-fg-subtle truncate">
          {sentence()}
        </Text>
      </button>
      {action.figures.failed_30d > 0 && (
        <Badge size="2xsmall" color="red">
          {text("storeEmails.failed30d", { count: action.figures.failed_30d })}
        </Badge>
      )}
      <Text size="small" className="text-ui-fg-muted shrink-0 tabular-nums">
        {text("storeEmails.sent30d", { sent: format.number(action.figures.sent_30d) })}
      </Text>
    </li>
  )

  function saidOf({ by, value }: CustomAction["recipients"][number]): string {
    if (by === "address") return value
    if (by === "staff") return nameOf(value)
    return by === "product_metadata" ? text("actions.byMetadata", { key: value }) : text(`actions.ways.${by}`)
  }

  /** "When one of 3 products is bought → anna@example.com, supplier_email of the product" */
  function sentence(): string {
    const { match, trigger, recipients, webhook_id: webhook } = action
    const isBought = match && trigger.kind === "order.placed"
    const what = isBought
      ? text(`actions.whenBought.${match.kind}`, { count: match.ids.length })
      : named("steps.triggerName", wordKey(trigger.kind))
    const whom = [...recipients.map((one) => saidOf(one)), ...(webhook ? [text("actions.webhook")] : [])]
    return `${what} → ${whom.join(", ")}`
  }
}
