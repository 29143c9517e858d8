import { contrast, readableOn } from "../../src/core/templates/colors"
import type { Colors } from "../theme"

/**
 * Inline styles carry the light look, since half of the clients drop sheets. Those that turn mails dark by themselves
 * honour this sheet (Apple Mail, iOS) or the `data-ogsc` one (Outlook.com); Gmail inverts on its own.
 */
const CARD = "#1c1c1f"
const INK = "#f4f4f5"

const RULES: [selector: string, declarations: string][] = [
  [".mr-page", "background-color:#121214!important"],
  [".mr-card", `background-color:${CARD}!important;border-color:#303036!important`],
  [".mr-tint", "background-color:#26262a!important"],
  [".mr-soft", "background-color:#26262a!important;border-color:#303036!important"],
  [".mr-ink, .mr-ink a", `color:${INK}!important`],
  [".mr-faint, .mr-faint a", "color:#a1a1aa!important"],
  [".mr-line", "border-color:#303036!important"],
  [".mr-logo", "background-color:#ffffff!important;padding:6px!important;border-radius:6px!important"],
]

/** A brand colour that would drown in the dark card gives way to a light one. */
function primaryRules({ primary }: Colors): typeof RULES {
  if (contrast(primary, CARD) >= 2) return []
  const ink = `color:${readableOn(INK)}!important`
  return [
    [".mr-primary", `background-color:${INK}!important;${ink}`],
    [".mr-primary div, .mr-primary span", ink],
  ]
}

const PHONE = [
  "@media only screen and (max-width:480px){",
  ".mr-pad{padding-left:20px!important;padding-right:20px!important}",
  ".mr-half{display:block!important;width:100%!important;padding:0 0 16px 0!important}",
  ".mr-title{font-size:22px!important;line-height:28px!important}",
  ".mr-wide{width:100%!important}",
  "}",
].join("")

function sheet(rules: typeof RULES, prefix: string): string {
  return rules
    .map(([selector, declarations]) => {
      const scoped = selector.split(", ").map((one) => prefix + one)
      return `${scoped.join(",")}{${declarations}}`
    })
    .join("")
}

export function styleSheet(colors: Colors): string {
  const rules = [...RULES, ...primaryRules(colors)]
  return (
    ":root{color-scheme:light dark;supported-color-schemes:light dark}" +
    `@media (prefers-color-scheme:dark){${sheet(rules, "")}}` +
    sheet(rules, "[data-ogsc] ") +
    PHONE
  )
}
