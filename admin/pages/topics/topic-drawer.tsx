import { Input, Text, Textarea, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { ActionButton } from "../../parts/action-button"
import type { OwnedTopic, TopicTranslations } from "../../parts/api/consent"
import { Choice } from "../../parts/choice"
import { Field } from "../../parts/field"
import { FormDrawer } from "../../parts/form-drawer"
import { SwitchField } from "../../parts/switch-field"
import { useFormat } from "../../parts/use-format"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

type TopicInput = {
  name: string
  description: string | null
  visibility: OwnedTopic["visibility"]
  translations: TopicTranslations
  is_default_on: boolean
  is_double_opt_in: boolean
  archive: OwnedTopic["archive"]
  is_archived?: boolean
}

const LANGUAGES = ["en", "de", "fr", "es", "it"] as const

const inputOf = (topic: OwnedTopic | null): TopicInput => ({
  name: topic?.name ?? "",
  description: topic?.description ?? "",
  visibility: topic?.visibility ?? "public",
  translations: topic?.translations ?? {},
  is_default_on: topic?.is_default_on ?? false,
  is_double_opt_in: topic?.is_double_opt_in ?? true,
  archive: topic?.archive ?? "off",
  ...(topic && { is_archived: topic.is_archived }),
})

/** A topic made or changed; deleting is refused with the names of what uses it. */
export function TopicDrawer({ topic, onClose }: { topic: OwnedTopic | null; onClose: () => void }) {
  const text = useText()
  const prompt = usePrompt()
  const [input, setInput] = useState<TopicInput>(inputOf(topic))
  const [problem, setProblem] = useState<string | null>(null)
  const set = (change: Partial<TopicInput>) => setInput((before) => ({ ...before, ...change }))
  const save = useChange<TopicInput>(topic ? `/topics/${topic.id}` : "/topics", {
    done: text("common.saved"),
    onDone: onClose,
    onRefused: setProblem,
  })
  const remove = useChange<void>(`/topics/${topic?.id}`, {
    method: "DELETE",
    done: text("topicPage.deleted"),
    onDone: onClose,
    onRefused: setProblem,
  })

  async function askToDelete() {
    const isSure = await prompt({
      title: text("topicPage.deleteTitle", { name: topic!.name }),
      description: text("topicPage.deleteDescription"),
      confirmText: text("common.delete"),
      cancelText: text("common.cancel"),
    })
    if (isSure) remove.mutate()
  }

  return (
    <FormDrawer
      title={topic?.name ?? text("topics.add")}
      refusal={problem}
      isReady={input.name.trim() !== ""}
      isLoading={save.isPending}
      aside={
        topic && (
          <ActionButton
            needs="edit"
            variant="transparent"
            isLoading={remove.isPending}
            onClick={() => void askToDelete()}
          >
            {text("topicPage.delete")}
          </ActionButton>
        )
      }
      onSave={() => save.mutate({ ...input, description: input.description || null })}
      onClose={onClose}
    >
      <Words input={input} set={set} />
      <Switches input={input} set={set} />
      <Translations input={input} set={set} />
      {topic && (
        <Text size="small" className="text-ui-fg-muted">
          {topic.slug}
        </Text>
      )}
    </FormDrawer>
  )
}

type FieldsProps = { input: TopicInput; set: (change: Partial<TopicInput>) => void }

function Words({ input, set }: FieldsProps) {
  const text = useText()
  return (
    <>
      <Field label={text("topics.name")}>
        {(id) => <Input id={id} value={input.name} onChange={(event) => set({ name: event.target.value })} />}
      </Field>
      <Field label={text("topics.description")} hint={text("topics.descriptionHint")}>
        {(id) => (
          <Textarea
            id={id}
            rows={3}
            value={input.description ?? ""}
            onChange={(event) => set({ description: event.target.value })}
          />
        )}
      </Field>
    </>
  )
}

function Switches({ input, set }: FieldsProps) {
  const text = useText()
  const isPublic = input.visibility === "public"
  return (
    <>
      <SwitchField
        label={text("topicPage.doubleOptIn")}
        hint={text("topicPage.doubleOptInHint")}
        isOn={input.is_double_opt_in}
        onChange={(is_double_opt_in) => set({ is_double_opt_in })}
      />
      <SwitchField
        label={text("topics.public")}
        hint={text("topics.publicHint")}
        isOn={isPublic}
        onChange={(isOn) =>
          set({
            visibility: isOn ? "public" : "internal",
            is_default_on: isOn && input.is_default_on,
            archive: isOn ? input.archive : "off",
          })
        }
      />
      <SwitchField
        label={text("topicPage.defaultOnLabel")}
        hint={text("topicPage.defaultOnHint")}
        isOn={input.is_default_on}
        disabled={!isPublic}
        onChange={(is_default_on) => set({ is_default_on })}
      />
      {isPublic && (
        <Field label={text("schedule.public.label")} hint={text("schedule.public.hint")}>
          {(id) => (
            <Choice
              id={id}
              value={input.archive}
              onChange={(archive) => set({ archive: archive as TopicInput["archive"] })}
              options={(["off", "unlisted", "indexed"] as const).map((value) => ({
                value,
                label: text(`schedule.public.${value}`),
              }))}
            />
          )}
        </Field>
      )}
      {input.is_archived !== undefined && (
        <SwitchField
          label={text("topics.archive")}
          hint={text("topics.archiveHint")}
          isOn={input.is_archived}
          onChange={(is_archived) => set({ is_archived })}
        />
      )}
    </>
  )
}

function Translations({ input, set }: FieldsProps) {
  const text = useText()
  const format = useFormat()
  const say = (language: string, change: { name?: string; description?: string }) =>
    set({ translations: { ...input.translations, [language]: { ...input.translations[language], ...change } } })
  return (
    <details>
      <summary className="txt-compact-small-plus cursor-pointer">{text("topicPage.translations")}</summary>
      <Text size="small" className="text-ui-fg-subtle my-2">
        {text("topicPage.translationsHint")}
      </Text>
      <div className="flex flex-col gap-y-4">
        {LANGUAGES.map((language) => (
          <div key={language} className="flex flex-col gap-y-2">
            <Input
              size="small"
              aria-label={text("topicPage.nameIn", { language: format.language(language) })}
              placeholder={text("topicPage.nameIn", { language: format.language(language) })}
              value={input.translations[language]?.name ?? ""}
              onChange={(event) => say(language, { name: event.target.value })}
            />
            <Input
              size="small"
              aria-label={text("topicPage.descriptionIn", { language: format.language(language) })}
              placeholder={text("topicPage.descriptionIn", { language: format.language(language) })}
              value={input.translations[language]?.description ?? ""}
              onChange={(event) => say(language, { description: event.target.value })}
            />
          </div>
        ))}
      </div>
    </details>
  )
}
