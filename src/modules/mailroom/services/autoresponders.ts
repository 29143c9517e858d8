import { MedusaError } from "@medusajs/framework/utils"
import { autoresponderDraft, autoresponderOf, type Autoresponder } from "../../../core/automations/autoresponder"
import { autoresponderFrom, formFrom, type AutoresponderForm } from "../../../core/automations/autoresponder-form"
import type { AutomationDraft } from "../../../core/automations/definition"
import type { AutomationDraftService } from "./automation-drafts"
import type { AutomationLifecycleService } from "./automation-lifecycle"
import type { Automation, AutomationService } from "./automations"

const { INVALID_DATA, NOT_ALLOWED, NOT_FOUND } = MedusaError.Types

/** Autoresponders (F5) as their plain form: automations with one mail, of which the form is read back. */
export class AutoresponderService {
  constructor(
    private readonly automations: AutomationService,
    private readonly drafts: AutomationDraftService,
    private readonly lifecycle: AutomationLifecycleService,
  ) {}

  async list() {
    return (await this.automations.list("autoresponder")).map(told)
  }

  /** NOT_FOUND for what is none. */
  async get(id: string) {
    return told(await this.row(id))
  }

  /** Published at once; INVALID_DATA names everything that keeps it from that, and nothing is made. */
  async create(form: AutoresponderForm, by: string | null) {
    const draft = autoresponderDraft(autoresponderFrom(form))
    await this.refuseProblems(draft)
    const id = await this.drafts.create({ name: form.name, draft }, { kind: "autoresponder" })
    return this.publish(id, form, by)
  }

  /** NOT_ALLOWED for one that somebody has made a longer way of. */
  async update(id: string, form: AutoresponderForm, by: string | null) {
    const known = formOf(await this.row(id))
    if (!known)
      throw new MedusaError(
        NOT_ALLOWED,
        `The way of "${form.name}" says more than this form can. Change it as an automation.`,
      )
    const asked = autoresponderFrom(form)
    // What only the canvas can set of the mail stays as it is.
    const draft = autoresponderDraft({ ...asked, mail: { ...known.mail, ...asked.mail } })
    await this.refuseProblems(draft)
    await this.drafts.save(id, { draft, revision: (await this.drafts.get(id)).revision })
    await this.drafts.rename(id, form.name)
    return this.publish(id, form, by)
  }

  private async publish(id: string, { is_on: isOn }: AutoresponderForm, by: string | null) {
    const { revision } = await this.drafts.get(id)
    await this.drafts.publish(id, { revision, people: "stay", by })
    await this.lifecycle.switchTo(id, isOn ? "live" : "off")
    return this.get(id)
  }

  private async refuseProblems(draft: AutomationDraft): Promise<void> {
    const problems = await this.drafts.problems(draft)
    if (problems.length > 0) throw new MedusaError(INVALID_DATA, problems.map(({ sentence }) => sentence).join(" "))
  }

  private async row(id: string): Promise<Automation> {
    const automation = await this.automations.get(id)
    if (automation?.kind === "autoresponder") return automation
    throw new MedusaError(NOT_FOUND, `There is no autoresponder "${id}". It may have been deleted.`)
  }
}

/** `form` is null for one that somebody has made a longer way of. */
function told(automation: Automation) {
  const { id, name, state, switchedOnAt, updatedAt } = automation
  const one = formOf(automation)
  return { id, name, state, switched_on_at: switchedOnAt, updated_at: updatedAt, form: one && formFrom(one) }
}

function formOf({ draft, version }: Automation): Autoresponder | null {
  return autoresponderOf((draft ?? version ?? { trigger: null, nodes: [] }) as AutomationDraft)
}
