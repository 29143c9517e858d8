import type { Draft } from "../../../modules/mailroom/services/automation-drafts"
import type { AutomationFigures } from "../../../modules/mailroom/services/automation-figures"
import type { Automation } from "../../../modules/mailroom/services/automations"

/** A line of the list. */
export function automationLine(automation: Automation, figures: AutomationFigures | undefined) {
  const { id, kind, name, state, version, versionNumber, hasDraft, recipe, switchedOnAt, updatedAt } = automation
  return {
    id,
    kind,
    name,
    state,
    trigger: version?.trigger ?? automation.draft?.trigger ?? null,
    version_number: versionNumber,
    has_draft: hasDraft,
    recipe,
    switched_on_at: switchedOnAt,
    updated_at: updatedAt,
    figures: figures ?? null,
  }
}

/** One automation with its draft: what the editor loads. `live` is the version that people enter now. */
export function automationAnswer(automation: Automation, draft: Draft) {
  const { id, kind, name, state, settings, version, versionId, versionNumber, recipe, builtin } = automation
  return {
    id,
    kind,
    name,
    state,
    settings,
    recipe,
    builtin: builtin?.key ?? null,
    switched_on_at: automation.switchedOnAt,
    updated_at: automation.updatedAt,
    draft: draft.draft,
    draft_revision: draft.revision,
    is_changed: draft.isChanged,
    problems: draft.problems,
    live_version: versionId ? { id: versionId, number: versionNumber, ...version } : null,
  }
}
