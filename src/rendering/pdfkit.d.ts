/** What is used of pdfkit, which has no types of its own. Lengths are points (1/72 inch). */
declare module "pdfkit" {
  import type { Readable } from "node:stream"

  type TextOptions = { width?: number; align?: "left" | "right"; lineBreak?: boolean }
  export default class PDFDocument extends Readable {
    constructor(options: { size: string; margin: number; info?: Record<string, unknown> })
    y: number
    readonly page: { width: number; height: number }
    font(name: string): this
    fontSize(size: number): this
    text(text: string, x?: number, y?: number, options?: TextOptions): this
    heightOfString(text: string, options: TextOptions): number
    moveTo(x: number, y: number): this
    lineTo(x: number, y: number): this
    lineWidth(width: number): this
    stroke(): this
    addPage(): this
    end(): void
  }
}
