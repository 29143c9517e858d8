import { blockedAdvice, reportFigures, type ReportSums } from "./report-line"

const sums: ReportSums = {
  planned: 120,
  sent: 100,
  tracked: 40,
  open: 10,
  click: 4,
  unsubscribed: 1,
  blocked: 3,
  complaints: 2,
  hasFeedback: true,
}

describe("a line of the mailing reports (F39)", () => {
  it("divides the persons who opened by all sent, and beside it by the tracked ones", () => {
    expect(reportFigures(sums)).toMatchObject({ open: 10, open_rate: 0.1, open_rate_tracked: 0.25, unknown: {} })
  })
  it("adds refusals and complaints", () => {
    expect(reportFigures(sums)).toMatchObject({ blocked: 3, spam: 2, blocked_spam: 5 })
  })
  it("shows opens as unknown when nobody was tracked, never as 0", () => {
    const figures = reportFigures({ ...sums, tracked: 0, open: 0, click: 0 })
    expect(figures).toMatchObject({ open: null, open_rate: null, open_rate_tracked: null, click: null })
    expect(figures.unknown.open).toBe("nobody_tracked")
  })
  it("shows rates of nothing as unknown", () => {
    const figures = reportFigures({ ...sums, sent: 0, tracked: 0, open: 0, click: 0 })
    expect(figures.open_rate).toBeNull()
    expect(figures.unknown.open_rate).toBe("nothing_sent")
  })
  it("shows complaints as unknown when no feedback is connected, and what the servers refused all the same", () => {
    const figures = reportFigures({ ...sums, hasFeedback: false, complaints: 0 })
    expect(figures).toMatchObject({ spam: null, blocked_spam: null, blocked: 3 })
    expect(figures.unknown).toEqual({ spam: "no_feedback", blocked_spam: "no_feedback" })
  })
  it("is a real 0 when it can be known", () => {
    expect(reportFigures({ ...sums, open: 0 })).toMatchObject({ open: 0, open_rate: 0 })
  })
  it("has advice only when something was blocked", () => {
    expect(blockedAdvice({ ...sums, blocked: 0, complaints: 0 })).toBeNull()
    expect(blockedAdvice(sums)).toContain("3 mails were refused")
  })
})
