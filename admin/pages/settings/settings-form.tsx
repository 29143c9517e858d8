import { Hint } from "@medusajs/ui"
import { useState, type ReactNode } from "react"
import { ActionButton } from "../../parts/action-button"
import type { Settings, SettingsAnswer, SettingsChange } from "../../parts/api/settings"
import { Section } from "../../parts/section"
import { useChange } from "../../parts/use-mailroom"
import { useText } from "../../parts/use-text"

type Props<S extends keyof Settings> = {
  section: S
  answer: SettingsAnswer
  title: string
  hint?: string
  /** Secrets typed in this form; sent along once and never shown again. */
  secrets?: () => SettingsChange["secrets"]
  onSaved?: () => void
  extra?: ReactNode
  children: (values: Settings[S], set: (patch: Partial<Settings[S]>) => void) => ReactNode
}

/** One section of the settings: its inputs, and Save. The server's complaint names the field and the way out. */
export function SettingsForm<S extends keyof Settings>(props: Props<S>) {
  const { section, answer, title, hint, secrets, onSaved, extra, children } = props
  const text = useText()
  const [values, setValues] = useState<Settings[S]>(answer.settings[section])
  const [problem, setProblem] = useState<string | null>(null)
  const save = useChange<SettingsChange, SettingsAnswer>("/settings", {
    done: text("common.saved"),
    onDone: () => {
      setProblem(null)
      onSaved?.()
    },
    onRefused: setProblem,
  })

  function submit() {
    const typed = secrets?.()
    save.mutate({ [section]: values, ...(typed && Object.keys(typed).length > 0 && { secrets: typed }) })
  }

  return (
    <Section
      title={title}
      hint={hint}
      footer={
        <div className="flex flex-wrap items-center justify-end gap-2">
          {problem && <Hint variant="error">{problem}</Hint>}
          {extra}
          <ActionButton
            needs="edit"
            variant="primary"
            isLoading={save.isPending}
            whyDisabled={answer.is_locked ? text("common.lockedByDeveloper") : null}
            onClick={submit}
          >
            {text("common.save")}
          </ActionButton>
        </div>
      }
    >
      <div className="flex flex-col gap-y-5 px-6 py-4">
        {children(values, (patch) => setValues((before) => ({ ...before, ...patch })))}
      </div>
    </Section>
  )
}
