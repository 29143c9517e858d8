import { Bolt, BuildingStorefront, CodeBranch, Envelope, QuestionMark, User, Users } from "@medusajs/icons"
import { clx } from "@medusajs/ui"

const LOOK = {
  trigger: { Icon: Bolt, tone: "bg-ui-tag-orange-bg text-ui-tag-orange-icon" },
  send: { Icon: Envelope, tone: "bg-ui-tag-blue-bg text-ui-tag-blue-icon" },
  flow: { Icon: CodeBranch, tone: "bg-ui-tag-purple-bg text-ui-tag-purple-icon" },
  person: { Icon: User, tone: "bg-ui-tag-green-bg text-ui-tag-green-icon" },
  shop: { Icon: BuildingStorefront, tone: "bg-ui-tag-green-bg text-ui-tag-green-icon" },
  team: { Icon: Users, tone: "bg-ui-tag-neutral-bg text-ui-tag-neutral-icon" },
  unknown: { Icon: QuestionMark, tone: "bg-ui-tag-red-bg text-ui-tag-red-icon" },
} as const

/** Which kind of step it is, at a glance; the words beside it say the same. */
export function GroupIcon({ group }: { group: string }) {
  const { Icon, tone } = LOOK[group as keyof typeof LOOK] ?? LOOK.unknown
  return (
    <span className={clx("flex size-8 shrink-0 items-center justify-center rounded-md", tone)} aria-hidden="true">
      <Icon />
    </span>
  )
}
