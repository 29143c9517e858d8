import { Plus, Trash } from "@medusajs/icons"
import { Button, DropdownMenu, IconButton, Text } from "@medusajs/ui"
import { MATCHES, DEEPEST, ruleSchema, type Clause, type Group, type Match } from "../../../src/core/segments/rule"
import { conditionWords, type Speaker } from "../../../src/core/segments/segment-sentence"
import { Choice } from "../../parts/choice"
import { useText } from "../../parts/use-text"
import { ConditionForm } from "./condition-form"
import type { Path } from "./edit-rule"
import { MENU, NEW } from "./new-conditions"
import type { Choices } from "./use-speaker"

export type Editing = {
  choices: Choices
  speaker: Speaker
  canEdit: boolean
  /** The row whose form is open, as its path in words. */
  open: string | null
  setOpen: (path: string | null) => void
  change: (path: Path, clause: Clause | null) => void
  add: (path: Path, clause: Clause) => void
  match: (path: Path, match: Match) => void
}

/** "All of these", "at least one", "none": a list of conditions in words, with groups inside. */
export function GroupEditor({
  group,
  path,
  editing,
}: {
  group: Pick<Group, "match" | "rules">
  path: Path
  editing: Editing
}) {
  const text = useText()
  const isRoot = path.length === 0
  return (
    <div
      className={
        isRoot ? "flex flex-col gap-y-3 px-6 py-4" : "bg-ui-bg-subtle flex flex-col gap-y-3 rounded-lg border p-4"
      }
    >
      <div className="flex items-center justify-between gap-x-2">
        <div className="w-72">
          <Choice
            size="small"
            label={text("segments.rule")}
            disabled={!editing.canEdit}
            value={group.match}
            options={MATCHES.map((match) => ({ value: match, label: text(`segments.match.${match}`) }))}
            onChange={(match) => editing.match(path, match as Match)}
          />
        </div>
        {!isRoot && editing.canEdit && <RemoveButton onClick={() => editing.change(path, null)} />}
      </div>
      {group.rules.length === 0 && (
        <Text size="small" className="text-ui-fg-subtle">
          {text("segments.noConditions")}
        </Text>
      )}
      {group.rules.map((clause, n) =>
        clause.kind === "group" ? (
          <GroupEditor key={n} group={clause} path={[...path, n]} editing={editing} />
        ) : (
          <ConditionRow key={`${n}${clause.kind}`} condition={clause} path={[...path, n]} editing={editing} />
        ),
      )}
      {editing.canEdit && <AddButtons path={path} count={group.rules.length} editing={editing} />}
    </div>
  )
}

type RowProps = { condition: Exclude<Clause, Group>; path: Path; editing: Editing }

function ConditionRow({ condition, path, editing }: RowProps) {
  const text = useText()
  const key = path.join(".")
  const isOpen = editing.open === key && editing.canEdit
  const isComplete = ruleSchema.safeParse({ version: 1, match: "all", rules: [condition] }).success
  return (
    <div className="bg-ui-bg-base shadow-elevation-card-rest flex flex-col rounded-lg">
      <div className="flex items-center justify-between gap-x-4 px-4 py-2">
        <button
          type="button"
          className="min-w-0 flex-1 text-left"
          aria-expanded={isOpen}
          disabled={!editing.canEdit}
          onClick={() => editing.setOpen(isOpen ? null : key)}
        >
          <Text size="xsmall" className="text-ui-fg-muted">
            {text(`segments.conditions.${condition.kind}`)}
          </Text>
          <Text size="small" className="break-words">
            {conditionWords(condition, editing.speaker)}
          </Text>
          {!isComplete && (
            <Text size="xsmall" className="text-ui-fg-error">
              {text("segments.incomplete")}
            </Text>
          )}
        </button>
        {editing.canEdit && (
          <div className="flex items-center gap-x-2">
            <Button size="small" variant="transparent" onClick={() => editing.setOpen(isOpen ? null : key)}>
              {text(isOpen ? "segments.done" : "common.edit")}
            </Button>
            <RemoveButton onClick={() => editing.change(path, null)} />
          </div>
        )}
      </div>
      {isOpen && (
        <div className="grid grid-cols-1 gap-4 border-t px-4 py-4 sm:grid-cols-2 lg:grid-cols-3">
          <ConditionForm
            condition={condition}
            choices={editing.choices}
            onChange={(next) => editing.change(path, next)}
          />
        </div>
      )}
    </div>
  )
}

function RemoveButton({ onClick }: { onClick: () => void }) {
  const text = useText()
  return (
    <IconButton type="button" size="small" variant="transparent" aria-label={text("segments.remove")} onClick={onClick}>
      <Trash />
    </IconButton>
  )
}

function AddButtons({ path, count, editing }: { path: Path; count: number; editing: Editing }) {
  const text = useText()
  const add = (clause: Clause, at: Path) => {
    editing.add(path, clause)
    editing.setOpen(at.join("."))
  }
  return (
    <div className="flex gap-x-2">
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <Button size="small" variant="secondary" type="button">
            <Plus /> {text("segments.addCondition")}
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="start">
          {Object.entries(MENU).map(([group, kinds]) => (
            <DropdownMenu.Group key={group}>
              <DropdownMenu.Label>{text(`segments.conditionGroups.${group as keyof typeof MENU}`)}</DropdownMenu.Label>
              {kinds.map((kind) => (
                <DropdownMenu.Item key={kind} onClick={() => add(NEW[kind], [...path, count])}>
                  {text(`segments.conditions.${kind}`)}
                </DropdownMenu.Item>
              ))}
            </DropdownMenu.Group>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu>
      {path.length < DEEPEST - 1 && (
        <Button
          size="small"
          variant="transparent"
          type="button"
          onClick={() => add({ kind: "group", match: "any", rules: [NEW.tag] }, [...path, count, 0])}
        >
          {text("segments.addGroup")}
        </Button>
      )}
    </div>
  )
}
