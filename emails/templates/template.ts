import type { ReactElement } from "react"
import type { Look } from "../theme"

/** A built-in: its three lines as Liquid, and its page. Nothing of the recipient is known here. */
export type BuiltinTemplate = (look: Look) => {
  subject: string
  preheader: string
  page: ReactElement
}
