import type { ReactElement } from "react"
import { render } from "@react-email/components"
import { unwrapLiquid } from "../../emails/liquid"
import type { CompiledTemplate } from "../core/templates/contexts"
import { compileLiquid } from "./compile-liquid"

/** Renders a page of React Email once; from here on there is only Liquid. */
export async function compilePage(page: {
  subject: string
  preheader: string
  page: ReactElement
}): Promise<CompiledTemplate> {
  const html = unwrapLiquid(await render(page.page))
  return compileLiquid({ subject: page.subject, preheader: page.preheader, html })
}
