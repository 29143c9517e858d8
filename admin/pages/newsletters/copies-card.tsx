import { Checkbox, Label, Text } from "@medusajs/ui"
import { useId } from "react"
import { Link } from "react-router-dom"
import type { ObserverGroup } from "../../parts/api/composer"
import { Section } from "../../parts/section"
import { WhenRead } from "../../parts/states"
import { SwitchField } from "../../parts/switch-field"
import { useRead } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"
import type { Draft } from "./use-draft"

/** Who of the shop's own people sees this mailing besides its audience (F33). */
export function CopiesCard({ draft: { draft, change } }: { draft: Draft }) {
  const text = useText()
  const groups = useRead<{ groups: ObserverGroup[] }>("/observer-groups")
  const { copies } = draft
  return (
    <Section title={text("composer.copies.title")} hint={text("composer.copies.hint")}>
      <div className="flex flex-col gap-y-4 px-6 py-4">
        <SwitchField
          label={text("composer.copies.seeds")}
          hint={text("composer.copies.seedsHint")}
          isOn={copies.seeds}
          onChange={(seeds) => change({ copies: { ...copies, seeds } })}
        />
        <WhenRead read={groups}>
          {(data) => (
            <Groups
              groups={data.groups}
              chosen={copies.groups}
              onChange={(chosen) => change({ copies: { ...copies, groups: chosen } })}
            />
          )}
        </WhenRead>
      </div>
    </Section>
  )
}

type GroupsProps = { groups: ObserverGroup[]; chosen: string[] | null; onChange: (chosen: string[] | null) => void }

function Groups({ groups, chosen, onChange }: GroupsProps) {
  const text = useText()
  if (groups.length === 0)
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {text("composer.copies.none")}{" "}
        <Link to="/mailroom/settings?section=copies" className="text-ui-fg-interactive">
          {text("composer.copies.toSettings")}
        </Link>
      </Text>
    )
  const isIn = (id: string) => chosen === null || chosen.includes(id)
  const all = groups.map(({ id }) => id)
  return (
    <fieldset className="flex flex-col gap-y-2">
      <legend className="txt-compact-small-plus mb-2">{text("composer.copies.groups")}</legend>
      <SwitchField
        label={text("composer.copies.all")}
        isOn={chosen === null}
        onChange={(isAll) => onChange(isAll ? null : all)}
      />
      {chosen !== null &&
        groups.map((group) => (
          <GroupLine
            key={group.id}
            group={group}
            isIn={isIn(group.id)}
            onToggle={() => onChange(isIn(group.id) ? chosen.filter((id) => id !== group.id) : [...chosen, group.id])}
          />
        ))}
    </fieldset>
  )
}

function GroupLine({ group, isIn, onToggle }: { group: ObserverGroup; isIn: boolean; onToggle: () => void }) {
  const text = useText()
  const id = useId()
  return (
    <div className="ml-10 flex items-center gap-x-3">
      <Checkbox id={id} checked={isIn} onCheckedChange={onToggle} />
      <Label htmlFor={id} size="small">
        {group.name}
      </Label>
      <Text size="xsmall" className="text-ui-fg-muted">
        {text("composer.copies.people", { count: group.emails.length })}
      </Text>
    </div>
  )
}
