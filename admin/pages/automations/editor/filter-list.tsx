import { Trash } from "@medusajs/icons"
import { Button, DropdownMenu, IconButton, Text } from "@medusajs/ui"
import { formFields } from "../../../../src/core/automations/editing/form-fields"
import type { Catalogue, Filter } from "../../../parts/api/flows"
import { useText } from "../../../parts/use-text"
import { SettingsForm } from "./fields/settings-form"
import type { StepWords } from "./use-step-words"

type Props = {
  filters: Filter[]
  catalogue: Catalogue
  words: StepWords
  canEdit: boolean
  onChange: (change: (filters: Filter[]) => Filter[], group?: string | null) => void
}

/** For whom it goes off: all of these must hold. Stands inside a `FieldsProvider`. */
export function FilterList({ filters, catalogue, words, canEdit, onChange }: Props) {
  const text = useText()
  return (
    <div className="flex flex-col gap-y-3 px-5 py-4">
      <Text size="small" weight="plus">
        {text("automations.filters")}
      </Text>
      <Text size="small" className="text-ui-fg-subtle">
        {text("automations.filtersHint")}
      </Text>
      {filters.map((filter, n) => {
        const info = catalogue.filters.find(({ kind }) => kind === filter.kind)
        return (
          <div key={`${n}${filter.kind}`} className="bg-ui-bg-subtle flex flex-col gap-y-3 rounded-lg border p-3">
            <div className="flex items-center justify-between">
              <Text size="small" weight="plus">
                {words.filter(filter.kind)}
              </Text>
              {canEdit && (
                <IconButton
                  type="button"
                  size="small"
                  variant="transparent"
                  aria-label={text("automations.remove")}
                  onClick={() => onChange((all) => all.filter((_, at) => at !== n))}
                >
                  <Trash />
                </IconButton>
              )}
            </div>
            {info && (
              <SettingsForm
                id={`filter.${n}`}
                fields={formFields(info.schema, info.kind)}
                value={filter.settings}
                disabled={!canEdit}
                onChange={(settings, group) =>
                  onChange((all) => all.map((one, at) => (at === n ? { ...one, settings } : one)), group)
                }
              />
            )}
          </div>
        )
      })}
      {canEdit && catalogue.filters.length > 0 && (
        <DropdownMenu>
          <DropdownMenu.Trigger asChild>
            <Button size="small" variant="secondary" className="self-start">
              {text("automations.addFilter")}
            </Button>
          </DropdownMenu.Trigger>
          <DropdownMenu.Content align="start">
            {catalogue.filters.map((info) => (
              <DropdownMenu.Item
                key={info.kind}
                onClick={() =>
                  onChange((all) => [...all, { kind: info.kind, settings: structuredClone(info.defaults) }])
                }
              >
                {words.filter(info.kind)}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu>
      )}
    </div>
  )
}
