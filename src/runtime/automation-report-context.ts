import { BUILTINS } from "../core/templates/builtins"
import type { BuiltinContexts, BuiltinKey } from "../core/templates/contexts"
import type { Mailroom } from "../modules/mailroom/mailroom"
import { previewBuiltin } from "../rendering/preview"
import { periodBefore } from "../core/automations/report-rhythm"
import { brandFor } from "./current-brand"
import { liveContent } from "./preview-content"
import { selectNow } from "../modules/mailroom/sql/consent"

export type ReportContext = BuiltinContexts["automation_report"]

/** What the mail says: the numbers of the time, the steps by the names that people gave them. */
export async function reportContext(
  mailroom: Mailroom,
  automationId: string,
  period: { from: Date; to: Date },
): Promise<ReportContext> {
  const [{ name }, figures, nameOf, { general }] = await Promise.all([
    mailroom.automations.retrieve(automationId),
    mailroom.automationReports.figures(automationId, period),
    stepNames(mailroom, automationId),
    mailroom.settings.read(),
  ])
  const base = general.baseUrl?.replace(/\/+$/, "")
  const { steps, ...numbers } = figures
  return {
    report: {
      name,
      from: period.from.toISOString(),
      // A reader means the last day of it.
      to: new Date(period.to.getTime() - 1).toISOString(),
      ...numbers,
      steps: steps.map(({ node, ...step }) => ({ name: nameOf(node), ...step })),
      url: base ? `${base}/app/mailroom/automations/${automationId}` : null,
    },
  }
}

/** As the mail would look if it went now. */
export async function previewReport(
  mailroom: Mailroom,
  automationId: string,
): Promise<{ subject: string; html: string }> {
  const { rhythm, locale } = await mailroom.automationReports.get(automationId)
  const { general } = await mailroom.settings.read()
  const [clock] = await mailroom.db.query<{ at: Date }>(selectNow())
  const context = await reportContext(mailroom, automationId, periodBefore(rhythm, clock!.at, general.timeZone))
  const { subject, html } = await previewBuiltin({
    key: "automation_report",
    locale: locale ?? general.locale,
    timeZone: general.timeZone,
    brand: await brandFor(mailroom),
    context: { ...context },
    content: await liveContent(mailroom, "automation_report"),
  })
  return { subject, html }
}

/** The step's own name, else its template's; a step of an older version goes by its id. */
async function stepNames({ automations, templateDrafts }: Mailroom, id: string): Promise<(node: string) => string> {
  const { version } = await automations.retrieve(id)
  const templates = await templateDrafts.list()
  const nameOfTemplate = (template: string): string | undefined =>
    templates.find((one) => one.id === template)?.name ?? BUILTINS[template as BuiltinKey]?.name
  return (node) => {
    const step = version?.nodes.find((one) => one.id === node)
    const { template = "" } = (step?.settings ?? {}) as { template?: string }
    return step?.name ?? nameOfTemplate(template) ?? node
  }
}
