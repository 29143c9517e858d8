import { CheckCircleSolid, ExclamationCircleSolid, InformationCircleSolid, XCircleSolid } from "@medusajs/icons"
import { Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Link } from "react-router-dom"
import type { Finding } from "./api/readiness"
import { said } from "./said"
import { useText } from "./use-text"

const MARK = {
  blocks: <XCircleSolid className="text-ui-tag-red-icon" />,
  blocks_marketing: <ExclamationCircleSolid className="text-ui-tag-orange-icon" />,
  warning: <InformationCircleSolid className="text-ui-tag-blue-icon" />,
} as const

/** What is wrong, how bad it is, and what to do: each with the way to the place that mends it. */
export function Findings({
  findings,
  actionFor,
}: {
  findings: Finding[]
  actionFor?: (finding: Finding) => ReactNode
}) {
  const text = useText()
  if (findings.length === 0)
    return (
      <div className="flex items-center gap-x-3 px-6 py-4">
        <CheckCircleSolid className="text-ui-tag-green-icon" />
        <Text size="small">{text("findings.none")}</Text>
      </div>
    )
  return (
    <ul className="divide-y">
      {findings.map((finding, index) => (
        <FindingLine key={`${finding.key}-${index}`} finding={finding} action={actionFor?.(finding)} />
      ))}
    </ul>
  )
}

function FindingLine({ finding, action }: { finding: Finding; action: ReactNode }) {
  const text = useText()
  return (
    <li className="flex items-start gap-x-3 px-6 py-4" data-finding={finding.key}>
      <span className="mt-0.5 shrink-0">{MARK[finding.severity]}</span>
      <div className="flex min-w-0 flex-1 flex-col gap-y-1">
        <Text size="small" weight="plus" className="break-words">
          {said(finding.sentence)}
        </Text>
        <Text size="small" className="text-ui-fg-subtle break-words">
          <span className="text-ui-fg-base">{text(`findings.severity.${finding.severity}`)}</span>{" "}
          {said(finding.way_out)}
        </Text>
      </div>
      {action ?? (finding.section && <MendLink section={finding.section} />)}
    </li>
  )
}

function MendLink({ section }: { section: string }) {
  const text = useText()
  return (
    <Link
      to={`/mailroom/settings?section=${section}`}
      className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover txt-compact-small-plus shrink-0"
    >
      {text("findings.mend")}
    </Link>
  )
}
