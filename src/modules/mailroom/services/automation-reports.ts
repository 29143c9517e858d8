import { nextReport, rhythmSchema, type ReportInput } from "../../../core/automations/report-rhythm"
import type { Database } from "../database"
import {
  selectAutomationReport,
  selectPeriodFigures,
  selectPeriodRevenue,
  selectStepFigures,
  upsertAutomationReport,
  type AutomationReportRow,
  type PeriodFiguresRow,
  type StepFiguresRow,
} from "../sql/automation-reports"
import { selectNow } from "../sql/consent"
import type { SettingsService } from "./settings"

export type { AutomationReportRow }

/** `opened` and `clicked` null: nothing that went in the time was counted, which is not nothing. */
export type PeriodFigures = PeriodFiguresRow & {
  sent: number
  opened: number | null
  clicked: number | null
  steps: { node: string; sent: number; clicked: number | null }[]
  revenue: { currency: string; amount: string }[]
}

/** Which automation reports to whom and when, and the numbers of a time. */
export class AutomationReportService {
  constructor(
    private readonly db: Database,
    private readonly settings: SettingsService,
  ) {}

  /** What nobody has set yet is off. */
  async get(automationId: string): Promise<AutomationReportRow> {
    const [row] = await this.db.query<AutomationReportRow>(selectAutomationReport(automationId))
    return (
      row ?? {
        automation_id: automationId,
        rhythm: rhythmSchema.parse({}),
        emails: [],
        user_ids: [],
        locale: null,
        next_at: null,
        last_sent_at: null,
      }
    )
  }

  async set(automationId: string, input: ReportInput, by: string | null): Promise<AutomationReportRow> {
    const { timeZone } = (await this.settings.read()).general
    const [clock] = await this.db.query<{ at: Date }>(selectNow())
    const { is_on: isOn, ...rest } = input
    const next_at = isOn ? nextReport(input.rhythm, clock!.at, timeZone) : null
    const row = { automation_id: automationId, ...rest, next_at, by }
    const [stored] = await this.db.query<AutomationReportRow>(upsertAutomationReport(row))
    return stored!
  }

  async figures(automationId: string, period: { from: Date; to: Date }): Promise<PeriodFigures> {
    const asked = { automationId, ...period }
    const [[people], steps, revenue] = await Promise.all([
      this.db.query<PeriodFiguresRow>(selectPeriodFigures(asked)),
      this.db.query<StepFiguresRow>(selectStepFigures(asked)),
      this.db.query<{ currency: string; amount: string }>(selectPeriodRevenue(asked)),
    ])
    const sum = (of: "sent" | "tracked" | "opened" | "clicked") => steps.reduce((all, one) => all + one[of], 0)
    const all = { sent: sum("sent"), tracked: sum("tracked") }
    return {
      ...people!,
      sent: all.sent,
      opened: counted(all, sum("opened")),
      clicked: counted(all, sum("clicked")),
      steps: steps.flatMap((step) =>
        step.node === null ? [] : [{ node: step.node, sent: step.sent, clicked: counted(step, step.clicked) }],
      ),
      revenue,
    }
  }
}

const counted = ({ sent, tracked }: { sent: number; tracked: number }, n: number): number | null =>
  sent > 0 && tracked === 0 ? null : n
