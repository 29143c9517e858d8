import { buffer } from "node:stream/consumers"
import PDFDocument from "pdfkit"
import type { FileLine } from "../core/notices/lines-csv"

const MARGIN = 48
/** Order, article number, product, quantity: parts of the width. */
const PARTS = [0.16, 0.22, 0.48, 0.14]
const GAP = 8

/**
 * The lines of a notice on A4, as a table that goes on over pages. The same lines give the same bytes: a mail that is made
 * again must be the same mail. The fonts of every reader know Western European letters; others stand as "?" here and whole in
 * the CSV.
 */
export async function linesPdf({
  title,
  head,
  lines,
}: {
  title: string
  head: string[]
  lines: FileLine[]
}): Promise<Buffer> {
  const pdf = new PDFDocument({ size: "A4", margin: MARGIN, info: { Title: title, CreationDate: new Date(0) } })
  const whole = buffer(pdf)
  pdf
    .font("Helvetica-Bold")
    .fontSize(16)
    .text(western(title), MARGIN, MARGIN, { width: pdf.page.width - 2 * MARGIN })
  pdf.y += 12
  row(pdf, head, true)
  for (const { order, sku, title: name, quantity } of lines) row(pdf, [order, sku, name, String(quantity)], false)
  pdf.end()
  return whole
}

function row(pdf: PDFDocument, cells: string[], isHead: boolean): void {
  const width = pdf.page.width - 2 * MARGIN
  pdf.font(isHead ? "Helvetica-Bold" : "Helvetica").fontSize(10)
  const texts = cells.map(western)
  const widthOf = (n: number) => PARTS[n]! * width - GAP
  const height = Math.max(...texts.map((text, n) => pdf.heightOfString(text, { width: widthOf(n) })))
  if (pdf.y + height > pdf.page.height - MARGIN) pdf.addPage()
  const top = pdf.y
  let left = MARGIN
  texts.forEach((text, n) => {
    pdf.text(text, left, top, { width: widthOf(n), align: n === 3 ? "right" : "left" })
    left += PARTS[n]! * width
  })
  const bottom = top + height + 4
  pdf
    .lineWidth(isHead ? 1 : 0.3)
    .moveTo(MARGIN, bottom)
    .lineTo(MARGIN + width, bottom)
    .stroke()
  pdf.y = bottom + 6
}

/** What Helvetica has no letter for. */
const western = (text: string): string => text.replace(/[^\u0020-\u007e\u00a0-\u00ff€„“”‚‘’–—…•]/gu, "?")
